// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/flatfigure.h"

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace bg = boost::geometry;

namespace {

double middleOf(const std::vector<GeoPoint> &points)
{
    const auto [least, most] = std::ranges::minmax(points, {}, &GeoPoint::longitude);
    return (least.longitude + most.longitude) / 2;
}

bool liesOnAntimeridian(const Polygon &polygon)
{
    return std::ranges::count_if(polygon.outer.points,
                                 [](GeoPoint point) { return std::abs(point.longitude) == 180; }) >= 2;
}

} // namespace

FlatRing flatRing(const Ring &ring, double nearLongitude)
{
    FlatRing result;
    if (ring.points.empty()) {
        return result;
    }
    const std::vector<GeoPoint> points = unwrapped(ring.points);
    const double shift = 360 * std::round((nearLongitude - middleOf(points)) / 360);
    result.reserve(points.size() + 1);
    for (const GeoPoint point : points) {
        result.emplace_back(point.longitude + shift, point.latitude);
    }
    result.push_back(result.front());
    bg::correct(result);
    return result;
}

FlatPolygon flatPolygon(const Polygon &polygon, double nearLongitude)
{
    FlatPolygon result;
    result.outer() = flatRing(polygon.outer, nearLongitude);
    if (result.outer().empty()) {
        return result;
    }
    const double middle = middleLongitude(boxAround(result.outer()));
    for (const Ring &hole : polygon.holes) {
        FlatRing inner = flatRing(hole, middle);
        std::ranges::reverse(inner);
        result.inners().push_back(std::move(inner));
    }
    return result;
}

FlatShape flatShape(const MultiPolygon &shape, double nearLongitude)
{
    FlatShape result;
    FlatShape joined;
    for (const Polygon &polygon : shape) {
        FlatPolygon part = flatPolygon(polygon, nearLongitude);
        if (shape.size() > 1 && liesOnAntimeridian(polygon)) {
            FlatShape together;
            bg::union_(joined, part, together);
            joined = std::move(together);
            continue;
        }
        result.push_back(std::move(part));
    }
    result.insert(result.end(), joined.begin(), joined.end());
    return result;
}

double sheetLongitude(const MultiPolygon &shape)
{
    return shape.empty() || shape.front().outer.points.empty() ? 0 : shape.front().outer.points.front().longitude;
}

FlatBox boxAround(const FlatRing &ring)
{
    FlatBox box(ring.front(), ring.front());
    for (const FlatPoint &point : ring) {
        bg::expand(box, point);
    }
    return box;
}

FlatBox boxAround(const FlatShape &shape)
{
    FlatBox box = boxAround(shape.front().outer());
    for (const FlatPolygon &polygon : shape) {
        bg::expand(box, boxAround(polygon.outer()));
    }
    return box;
}

MultiPolygon roundShape(const FlatShape &shape)
{
    const auto open = [](const FlatRing &ring) {
        Ring result;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            result.points.push_back(round(ring[i]));
        }
        return result;
    };
    MultiPolygon result;
    for (const FlatPolygon &part : shape) {
        Polygon polygon{.outer = open(part.outer()), .holes = {}};
        for (const FlatRing &inner : part.inners()) {
            polygon.holes.push_back(open(inner));
        }
        result.push_back(std::move(polygon));
    }
    return result;
}

} // namespace Porchlight
