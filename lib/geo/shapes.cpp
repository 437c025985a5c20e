// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/shapes.h"

#include "geo/measures.h"

#include <algorithm>
#include <cmath>

namespace Porchlight {

bool GeoBounds::contains(GeoPoint point) const
{
    if (point.latitude < south || point.latitude > north) {
        return false;
    }
    return crossesAntimeridian() ? point.longitude >= west || point.longitude <= east
                                 : point.longitude >= west && point.longitude <= east;
}

GeoPoint GeoBounds::centre() const
{
    const double span = crossesAntimeridian() ? east + 360 - west : east - west;
    return {.latitude = (south + north) / 2, .longitude = wrappedLongitude(west + span / 2)};
}

double wrappedLongitude(double longitude)
{
    return longitude >= -180 && longitude <= 180 ? longitude : std::remainder(longitude, 360);
}

std::vector<GeoPoint> unwrapped(const std::vector<GeoPoint> &points)
{
    std::vector<GeoPoint> result = points;
    double turns = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double step = points[i].longitude - points[i - 1].longitude;
        if (step > 180) {
            turns -= 360;
        } else if (step < -180) {
            turns += 360;
        }
        result[i].longitude += turns;
    }
    return result;
}

Ring rectangleRing(GeoPoint corner, GeoPoint opposite)
{
    return {.points = {corner,
                       {.latitude = corner.latitude, .longitude = opposite.longitude},
                       opposite,
                       {.latitude = opposite.latitude, .longitude = corner.longitude}}};
}

std::size_t vertexCount(const Polygon &polygon)
{
    std::size_t count = polygon.outer.points.size();
    for (const Ring &hole : polygon.holes) {
        count += hole.points.size();
    }
    return count;
}

bool isRectangle(const Polygon &polygon)
{
    const std::vector<GeoPoint> &corners = polygon.outer.points;
    if (corners.size() != 4 || !polygon.holes.empty()) {
        return false;
    }
    const auto isOneLatitude = [&corners](std::size_t a, std::size_t b) {
        return corners[a].latitude == corners[b].latitude;
    };
    const auto isOneLongitude = [&corners](std::size_t a, std::size_t b) {
        return corners[a].longitude == corners[b].longitude;
    };
    const bool beginsEast = isOneLatitude(0, 1) && isOneLongitude(1, 2) && isOneLatitude(2, 3) && isOneLongitude(3, 0);
    const bool beginsNorth = isOneLongitude(0, 1) && isOneLatitude(1, 2) && isOneLongitude(2, 3) && isOneLatitude(3, 0);
    return beginsEast || beginsNorth;
}

Ring circleRing(const Circle &circle, int vertices)
{
    constexpr int FewestVertices = 64;
    const int count = std::max(vertices, FewestVertices);
    Ring result;
    result.points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        result.points.push_back(pointAt(circle.centre, 360.0 * i / count, circle.radiusMetres));
    }
    return result;
}

} // namespace Porchlight
