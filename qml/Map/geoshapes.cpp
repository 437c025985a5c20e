// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geoshapes.h"

#include <algorithm>

namespace Porchlight {

QGeoCoordinate toCoordinate(GeoPoint point)
{
    return {point.latitude, point.longitude};
}

GeoPoint toPoint(const QGeoCoordinate &place)
{
    return {.latitude = place.latitude(), .longitude = place.longitude()};
}

QList<QGeoCoordinate> toPath(const std::vector<GeoPoint> &points)
{
    QList<QGeoCoordinate> path;
    std::ranges::transform(points, std::back_inserter(path), &toCoordinate);
    return path;
}

QList<QGeoPolygon> toGeoPolygons(const MultiPolygon &shape)
{
    QList<QGeoPolygon> polygons;
    for (const Polygon &part : shape) {
        QGeoPolygon polygon(toPath(part.outer.points));
        for (const Ring &hole : part.holes) {
            polygon.addHole(toPath(hole.points));
        }
        polygons.append(polygon);
    }
    return polygons;
}

} // namespace Porchlight
