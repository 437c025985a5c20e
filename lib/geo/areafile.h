// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/figure.h"
#include "geo/geojson.h"

namespace Porchlight {

enum class AreaFormat { GeoJson, Kml, Gpx, Wkt };

/// The one area of a file. Whether it is sound is another question: see findFault.
struct AreaReading
{
    AreaFormat format = AreaFormat::GeoJson;
    Figure figure;
    bool hasAssumedWidth = false; ///< The file has a line, and says of no width.
};

constexpr double UsualHalfWidthMetres = 50;

/// Reads a file by what is in it, whatever its name: GeoJSON (Polygon, MultiPolygon, LineString, and Features with the
/// kind and parameters of figureToJson()), KML, GPX, WKT. A line becomes a corridor; where the file names no
/// half-width it is the one given.
[[nodiscard]] Result<AreaReading, Failure<GeoFormatError>> readAreaFile(QByteArrayView bytes,
                                                                        double halfWidthMetres = UsualHalfWidthMetres);

} // namespace Porchlight
