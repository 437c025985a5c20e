// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/tileid.h"

#include <QColor>
#include <QHash>
#include <QImage>
#include <QSGImageNode>
#include <QSGRectangleNode>
#include <QSGTransformNode>

#include <vector>

class QQuickWindow;

namespace Porchlight {

/// One picture on the map: which place it fills, whose picture it is, and which part of that.
struct BasemapPiece
{
    TileId place; ///< Its x runs on beyond the date line.
    QImage image;
    QRectF rect;   ///< In pixels relative to the middle of the item, north up.
    QRectF source; ///< In pixels of the picture.
};

/// What StreetBasemap draws: a ground colour, the tiles under one turning transform, and the upright labels above. It
/// is a transform node itself because the software renderer forgets where a plain node's children belong.
class BasemapNode final : public QSGTransformNode
{
public:
    explicit BasemapNode(QQuickWindow *window);

    void setGround(const QRectF &rect, const QColor &colour);
    /// Keeps the textures of pictures that are still shown.
    void setPieces(const std::vector<BasemapPiece> &pieces, QPointF middle, double bearing, double pixelRatio);
    void setLabels(const QImage &image, QSizeF size);
    void placeLabels(const QMatrix4x4 &matrix);
    void hideLabels();
    [[nodiscard]] bool hasLabels() const { return m_labels != nullptr; }

private:
    struct Shown
    {
        QSGImageNode *node; ///< Owned by m_turned.
        qint64 pictureKey;
    };

    QQuickWindow *m_window;
    QSGRectangleNode *m_ground; // The three belong to this node, as children.
    QSGTransformNode *m_turned;
    QSGTransformNode *m_labelPlace;
    QSGImageNode *m_labels = nullptr; // Belongs to m_labelPlace.
    QHash<TileId, Shown> m_tiles;
};

} // namespace Porchlight
