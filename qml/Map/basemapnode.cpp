// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemapnode.h"

#include <QMatrix4x4>
#include <QQuickWindow>

#include <cmath>
#include <memory>

namespace Porchlight {

namespace {

/// Edges on whole pixels of the screen, so that neighbours meet without a seam.
QRectF snapped(const QRectF &rect, double pixelRatio)
{
    const auto snap = [pixelRatio](double value) {
        return std::round(value * pixelRatio) / pixelRatio;
    };
    return {QPointF(snap(rect.left()), snap(rect.top())), QPointF(snap(rect.right()), snap(rect.bottom()))};
}

} // namespace

BasemapNode::BasemapNode(QQuickWindow *window)
    : m_window(window)
    , m_ground(window->createRectangleNode())
    , m_turned(new QSGTransformNode)
    , m_labelPlace(new QSGTransformNode)
{
    appendChildNode(m_ground);
    appendChildNode(m_turned);
    appendChildNode(m_labelPlace);
}

void BasemapNode::setGround(const QRectF &rect, const QColor &colour)
{
    m_ground->setRect(rect);
    m_ground->setColor(colour);
}

void BasemapNode::setPieces(const std::vector<BasemapPiece> &pieces, QPointF middle, double bearing, double pixelRatio)
{
    const bool isTurned = bearing != 0;
    QMatrix4x4 matrix;
    if (isTurned) {
        matrix.translate(static_cast<float>(middle.x()), static_cast<float>(middle.y()));
        matrix.rotate(static_cast<float>(-bearing), 0, 0, 1);
    }
    m_turned->setMatrix(matrix);
    QHash<TileId, Shown> kept;
    for (const BasemapPiece &piece : pieces) {
        const QRectF rect = isTurned ? piece.rect : snapped(piece.rect.translated(middle), pixelRatio);
        const auto known = m_tiles.constFind(piece.place);
        if (known != m_tiles.constEnd() && known->pictureKey == piece.image.cacheKey()) {
            known->node->setRect(rect);
            known->node->setSourceRect(piece.source);
            kept.insert(piece.place, *known);
            m_tiles.erase(known);
            continue;
        }
        QSGImageNode *node = m_window->createImageNode();
        node->setOwnsTexture(true);
        // The software renderer crashes on an image node that is in the tree without its texture and its rectangles.
        node->setTexture(m_window->createTextureFromImage(piece.image, QQuickWindow::TextureIsOpaque));
        node->setFiltering(QSGTexture::Linear);
        node->setRect(rect);
        node->setSourceRect(piece.source);
        m_turned->appendChildNode(node);
        kept.insert(piece.place, {.node = node, .pictureKey = piece.image.cacheKey()});
    }
    for (const Shown &gone : std::as_const(m_tiles)) {
        m_turned->removeChildNode(gone.node);
        delete gone.node;
    }
    m_tiles = kept;
}

void BasemapNode::setLabels(const QImage &image, QSizeF size)
{
    hideLabels();
    if (image.isNull()) {
        return;
    }
    m_labels = m_window->createImageNode();
    m_labels->setOwnsTexture(true);
    m_labels->setTexture(m_window->createTextureFromImage(image, QQuickWindow::TextureHasAlphaChannel));
    m_labels->setFiltering(QSGTexture::Linear);
    m_labels->setRect(QRectF(QPointF(-size.width() / 2, -size.height() / 2), size));
    m_labels->setSourceRect(QRectF(QPointF(), image.size()));
    m_labelPlace->appendChildNode(m_labels);
}

void BasemapNode::placeLabels(const QMatrix4x4 &matrix)
{
    m_labelPlace->setMatrix(matrix);
}

void BasemapNode::hideLabels()
{
    if (m_labels) {
        m_labelPlace->removeChildNode(m_labels);
        delete std::exchange(m_labels, nullptr);
    }
}

} // namespace Porchlight
