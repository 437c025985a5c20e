// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "geo/shapes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <vector>

namespace Porchlight {

enum class GeoFormatError {
    NotJson,
    NotGeoJson,
    NotXml,
    NotKml,
    NotGpx,
    NotWkt,
    NoArea,
    SeveralAreas,
    BadCoordinate,
    TooLarge,
    TooManyVertices,
};

/// A geometry of any kind, as its parts.
struct GeoGeometry
{
    MultiPolygon areas;
    std::vector<std::vector<GeoPoint>> lines;
    std::vector<GeoPoint> points;

    bool operator==(const GeoGeometry &) const = default;
};

struct GeoFeature
{
    GeoGeometry geometry;
    QJsonObject properties;
    QString fault; ///< Why this feature's geometry could not be read; empty where it could.
};

/// The features of a FeatureCollection, or the one Feature or geometry that the text is (RFC 7946). A feature with a
/// broken geometry is among them with its fault; text that is no GeoJSON at all is a failure.
[[nodiscard]] Result<std::vector<GeoFeature>, Failure<GeoFormatError>> readGeoJson(QByteArrayView json);

/// The one area (Polygon or MultiPolygon) in a geometry, a Feature or a FeatureCollection. Whether it is sound is
/// another question: see findFault.
[[nodiscard]] Result<MultiPolygon, Failure<GeoFormatError>> readArea(QByteArrayView json);
[[nodiscard]] Result<MultiPolygon, Failure<GeoFormatError>> readArea(const QJsonObject &json);

/// An RFC 7946 geometry: Polygon for one polygon, else MultiPolygon; outer rings counter-clockwise; cut where it
/// crosses 180 degrees.
[[nodiscard]] QJsonObject areaToJson(const MultiPolygon &shape);
[[nodiscard]] QByteArray areaToGeoJson(const MultiPolygon &shape);

} // namespace Porchlight
