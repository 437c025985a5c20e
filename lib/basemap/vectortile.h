// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/basemaperror.h"

#include <QPolygonF>
#include <QString>

#include <vector>

namespace Porchlight {

/// The layers that are drawn; all others are skipped without being decoded. The names in a pack are those of the
/// OpenMapTiles schema, and `land` and `boundary` of the world pack.
enum class TileLayer {
    Land,
    Landcover,
    Landuse,
    Park,
    Water,
    Waterway,
    Building,
    Transportation,
    Boundary,
    Place,
    Name,
    HouseNumber
};

/// What a feature is, as far as the style tells features apart.
enum class TileClass {
    Other,
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Minor,
    Service,
    Track,
    Path,
    Rail,
    Wood,
    Grass,
    Farmland,
    Residential,
    Commercial,
    Industrial,
    School,
    Pitch,
    Cemetery,
    Country,
    State,
    County,
    City,
    Town,
    Village,
    Suburb,
    Municipality,
};

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
[[nodiscard]] BasemapResult<VectorTile> decodeVectorTile(QByteArrayView bytes);

} // namespace Porchlight
