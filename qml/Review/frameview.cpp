// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frameview.h"

#include "framenode.h"
#include "media/frameimage.h"

#include <QMouseEvent>
#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <array>
#include <memory>

namespace Porchlight {

namespace {

/// What the shader does to the picture, for a renderer without shaders.
QImage adjusted(QImage image, const ViewAdjustment &adjustment)
{
    if (adjustment.isNeutral()) {
        return image;
    }
    const std::array<quint8, 256> levels = shownLevels(adjustment);
    const auto shown = [&levels](int level) {
        return levels.at(static_cast<std::size_t>(level));
    };
    for (int y = 0; y < image.height(); ++y) {
        auto *const line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::transform(line, line + image.width(), line, [&shown](QRgb pixel) {
            return qRgb(shown(qRed(pixel)), shown(qGreen(pixel)), shown(qBlue(pixel)));
        });
    }
    return image;
}

} // namespace

FrameView::FrameView(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton);
    setClip(true);
}

void FrameView::setFrame(const DecodedFrame &frame)
{
    m_frame = frame;
    m_isFrameNew = true;
    place();
    update();
    Q_EMIT frameChanged();
}

void FrameView::setQuarterTurns(int turns)
{
    if (m_orientation.quarterTurns == turns) {
        return;
    }
    m_orientation.quarterTurns = ((turns % 4) + 4) % 4;
    m_isFrameNew = true;
    place();
    Q_EMIT orientationChanged();
}

void FrameView::setMirrored(bool isMirrored)
{
    if (m_orientation.isMirrored == isMirrored) {
        return;
    }
    m_orientation.isMirrored = isMirrored;
    m_isFrameNew = true;
    place();
    Q_EMIT orientationChanged();
}

void FrameView::setShowsTruePixels(bool showsTruePixels)
{
    if (m_showsTruePixels == showsTruePixels) {
        return;
    }
    m_showsTruePixels = showsTruePixels;
    m_pan = {};
    place();
    Q_EMIT scalingChanged();
}

void FrameView::setAdjustment(const ViewAdjustment &adjustment)
{
    const ViewAdjustment wanted = bounded(adjustment);
    if (m_adjustment == wanted) {
        return;
    }
    m_adjustment = wanted;
    m_isAdjustmentNew = true;
    update();
    Q_EMIT adjustmentChanged();
}

void FrameView::setPan(QPointF pan)
{
    if (m_pan == pan) {
        return;
    }
    m_pan = QPointF(std::clamp(pan.x(), -m_place.panLimit.x(), m_place.panLimit.x()),
                    std::clamp(pan.y(), -m_place.panLimit.y(), m_place.panLimit.y()));
    place();
    Q_EMIT scalingChanged();
}

void FrameView::panBy(double x, double y)
{
    setPan(m_pan + QPointF(x, y));
}

PictureShape FrameView::shape() const
{
    return {.stored = m_frame.size(), .aspect = m_frame.facts().aspect, .orientation = m_orientation};
}

PicturePlace FrameView::placeIn(double devicePixelRatio) const
{
    return m_showsTruePixels ? truePixels(shape(), size(), devicePixelRatio, m_pan)
                             : fitted(shape(), size(), devicePixelRatio);
}

void FrameView::place()
{
    const PicturePlace place = placeIn(window() == nullptr ? 1 : window()->effectiveDevicePixelRatio());
    if (place != m_place) {
        m_place = place;
        Q_EMIT scalingChanged();
    }
    setCursor(canPan() ? Qt::OpenHandCursor : m_restingCursor);
    update();
}

void FrameView::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    place();
}

void FrameView::itemChange(ItemChange change, const ItemChangeData &value)
{
    if (change == ItemSceneChange || change == ItemDevicePixelRatioHasChanged) {
        // The graphics of another window have nothing of this frame yet.
        m_isFrameNew = true;
        place();
    }
    QQuickItem::itemChange(change, value);
}

void FrameView::mousePressEvent(QMouseEvent *event)
{
    m_lastPress = event->position();
    event->setAccepted(canPan());
}

void FrameView::mouseMoveEvent(QMouseEvent *event)
{
    setPan(m_pan + event->position() - m_lastPress);
    m_lastPress = event->position();
}

QSGNode *FrameView::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    if (m_frame.isNull() || m_place.target.isEmpty()) {
        delete node;
        return nullptr;
    }
    if (node == nullptr) {
        m_isFrameNew = true;
    }
    const bool isSoftware = window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
    QSGNode *const drawn = isSoftware ? updateImageNode(node) : updateDrawnNode(node);
    m_isFrameNew = false;
    m_isAdjustmentNew = false;
    return drawn;
}

QSGNode *FrameView::updateDrawnNode(QSGNode *node)
{
    auto *const picture = node == nullptr ? new FrameNode : static_cast<FrameNode *>(node);
    if (m_isFrameNew) {
        picture->setFrame(m_frame);
    }
    picture->setExact(m_place.isExact);
    picture->setAdjustment(m_adjustment);
    picture->setPlace(m_place.target, m_orientation);
    return picture;
}

QSGNode *FrameView::updateImageNode(QSGNode *node)
{
    auto *picture = static_cast<QSGImageNode *>(node);
    if (picture == nullptr) {
        picture = window()->createImageNode();
        picture->setOwnsTexture(true);
    }
    if (m_isFrameNew || m_isAdjustmentNew) {
        const QImage image = turned(adjusted(toImage(m_frame), m_adjustment), m_orientation);
        picture->setTexture(window()->createTextureFromImage(image, QQuickWindow::TextureIsOpaque));
        picture->setSourceRect(QRectF(QPointF(), QSizeF(image.size())));
    }
    picture->setFiltering(m_place.isExact ? QSGTexture::Nearest : QSGTexture::Linear);
    picture->setRect(m_place.target);
    return picture;
}

} // namespace Porchlight
