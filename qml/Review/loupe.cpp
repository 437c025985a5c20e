// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loupe.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyleHints>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace Porchlight {

namespace {

constexpr int LeastMagnification = 2;
constexpr int MostMagnification = 32;
/// Stored pixels for an arrow key with Shift.
constexpr int LargeStep = 10;
/// Of an ordinary wheel.
constexpr int NotchAngle = 120;

std::optional<QPoint> stepOf(const QKeyEvent &event)
{
    const int step = event.modifiers().testFlag(Qt::ShiftModifier) ? LargeStep : 1;
    switch (event.key()) {
    case Qt::Key_Left:
        return QPoint(-step, 0);
    case Qt::Key_Right:
        return QPoint(step, 0);
    case Qt::Key_Up:
        return QPoint(0, -step);
    case Qt::Key_Down:
        return QPoint(0, step);
    default:
        return std::nullopt;
    }
}

} // namespace

Loupe::Loupe(QQuickItem *parent)
    : FrameView(parent)
{
    setRestingCursor(Qt::CrossCursor);
}

void Loupe::setPicture(FrameView *picture)
{
    if (m_picture == picture) {
        return;
    }
    if (m_picture) {
        m_picture->disconnect(this);
    }
    m_picture = picture;
    if (m_picture) {
        connect(m_picture, &FrameView::frameChanged, this, &Loupe::copyPicture);
        connect(m_picture, &FrameView::orientationChanged, this, &Loupe::copyPicture);
        connect(m_picture, &FrameView::adjustmentChanged, this, &Loupe::copyPicture);
        connect(m_picture, &FrameView::scalingChanged, this, &Loupe::settle);
    }
    copyPicture();
    Q_EMIT pictureChanged();
}

void Loupe::copyPicture()
{
    if (!m_picture) {
        return setFrame({});
    }
    setQuarterTurns(m_picture->quarterTurns());
    setMirrored(m_picture->isMirrored());
    setAdjustment(m_picture->adjustment());
    setFrame(m_picture->frame());
    settle();
}

QPoint Loupe::pixel() const
{
    return storedPixelAt(shape(), m_seen);
}

PicturePlace Loupe::placeIn(double devicePixelRatio) const
{
    return magnified(shape(), size(), devicePixelRatio, m_magnification, m_seen);
}

/// Lies with its middle on the place that it shows.
void Loupe::settle()
{
    if (!m_picture || parentItem() == nullptr) {
        return;
    }
    const QRectF shown = m_picture->pictureRect();
    const QPointF spot(shown.x() + m_seen.x() * shown.width(), shown.y() + m_seen.y() * shown.height());
    // While a layout is under way a picture with margins may be narrower than nothing.
    const QPointF within(std::clamp(spot.x(), 0.0, std::max(0.0, m_picture->width())),
                         std::clamp(spot.y(), 0.0, std::max(0.0, m_picture->height())));
    const QPointF middle = m_picture->mapToItem(parentItem(), within);
    setPosition(QPointF((middle - QPointF(width(), height()) / 2).toPoint()));
}

void Loupe::lookAt(QPointF seen)
{
    m_seen = QPointF(std::clamp(seen.x(), 0.0, 1.0), std::clamp(seen.y(), 0.0, 1.0));
    settle();
    place();
    Q_EMIT scalingChanged();
}

QPointF Loupe::seenAt(QPointF position) const
{
    const QRectF shown = m_picture ? m_picture->pictureRect() : QRectF();
    if (shown.isEmpty() || parentItem() == nullptr) {
        return m_seen;
    }
    const QPointF inside = m_picture->mapFromItem(parentItem(), position) - shown.topLeft();
    return {inside.x() / shown.width(), inside.y() / shown.height()};
}

void Loupe::follow(QPointF position)
{
    if (!m_isHeld) {
        lookAt(seenAt(position));
    }
}

void Loupe::moveBy(int across, int down)
{
    const QSize pixels = seenPixels(shape());
    if (pixels.isEmpty()) {
        return;
    }
    // From the middle of one pixel to the middle of another.
    const auto moved = [](double share, int count, int step) {
        const int pixel = std::clamp(static_cast<int>(share * count), 0, count - 1);
        return (std::clamp(pixel + step, 0, count - 1) + 0.5) / count;
    };
    setHeld(true);
    lookAt({moved(m_seen.x(), pixels.width(), across), moved(m_seen.y(), pixels.height(), down)});
}

void Loupe::magnify(int steps)
{
    int wanted = m_magnification;
    for (int step = 0; step < std::abs(steps); ++step) {
        wanted = std::clamp(steps > 0 ? wanted * 2 : wanted / 2, LeastMagnification, MostMagnification);
    }
    if (wanted == m_magnification) {
        return;
    }
    m_magnification = wanted;
    place();
    Q_EMIT magnificationChanged();
}

void Loupe::setHeld(bool isHeld)
{
    if (m_isHeld == isHeld) {
        return;
    }
    m_isHeld = isHeld;
    Q_EMIT isHeldChanged();
}

void Loupe::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    FrameView::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() != oldGeometry.size()) {
        settle();
    }
}

void Loupe::itemChange(ItemChange change, const ItemChangeData &value)
{
    FrameView::itemChange(change, value);
    if (change == ItemVisibleHasChanged && value.boolValue) {
        setHeld(false);
        settle();
    }
}

bool Loupe::event(QEvent *event)
{
    // Its arrow keys before those of the page.
    if (event->type() == QEvent::ShortcutOverride && stepOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return FrameView::event(event);
}

void Loupe::keyPressEvent(QKeyEvent *event)
{
    if (const std::optional<QPoint> step = stepOf(*event)) {
        moveBy(step->x(), step->y());
        return;
    }
    FrameView::keyPressEvent(event);
}

void Loupe::mousePressEvent(QMouseEvent *event)
{
    m_press = mapToItem(parentItem(), event->position());
    m_seenAtPress = m_seen;
    m_isDrawn = false;
    event->accept();
}

void Loupe::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = mapToItem(parentItem(), event->position());
    m_isDrawn =
        m_isDrawn || (position - m_press).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance();
    if (!m_isDrawn) {
        return;
    }
    setHeld(true);
    lookAt(m_seenAtPress + seenAt(position) - seenAt(m_press));
}

void Loupe::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isDrawn) {
        return;
    }
    const bool wasHeld = m_isHeld;
    setHeld(!wasHeld);
    if (wasHeld) {
        follow(mapToItem(parentItem(), event->position()));
    }
}

void Loupe::wheelEvent(QWheelEvent *event)
{
    const int angle = event->angleDelta().y();
    magnify(angle / NotchAngle + (std::abs(angle) < NotchAngle ? (angle > 0) - (angle < 0) : 0));
    event->accept();
}

} // namespace Porchlight
