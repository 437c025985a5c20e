// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/basemaperror.h"
#include "basemap/tileschema.h"

#include <QPolygonF>
#include <QString>

#include <vector>

namespace Porchlight {

enum class TileGeometry { Points, Lines, Polygons };

/// One thing on the map, with coordinates in its tile's unit square; a margin outside of it is normal.
struct TileFeature
{
    TileLayer layer = TileLayer::Land;
    TileClass kind = TileClass::Other;
    TileGeometry geometry = TileGeometry::Points;
    int rank = 0; ///< Smaller is more important; 0 where the pack does not say.
    QString text; ///< Its name or its house number.
    QRectF bounds;
    std::vector<QPolygonF> parts; ///< Rings, lines or single points.
};

/// One decoded tile: only what the style reads. It came from a file that is not trusted, and has been checked.
struct VectorTile
{
    std::vector<TileFeature> features;
    qsizetype bytes = 0; ///< About how much memory it takes.
};

/// Decodes a Mapbox vector tile (version 2.1). Counts, indexes, extents and coordinates beyond the limits make the
/// whole tile bad; what merely makes no sense to the style is left out.
[[nodiscard]] BasemapResult<VectorTile> decodeVectorTile(QByteArrayView bytes,
                                                         TileSchema schema = TileSchema::OpenMapTiles);

} // namespace Porchlight
