// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/corridor.h"

#include "geo/localplane.h"
#include "geo/measures.h"

#include <array>

namespace Porchlight {

namespace bg = boost::geometry;

namespace {

using FlatLine = bg::model::linestring<FlatPoint>;

FlatLine flatLine(const std::vector<GeoPoint> &points, const LocalPlane &plane)
{
    FlatLine line;
    line.reserve(points.size());
    for (const GeoPoint point : points) {
        line.push_back(plane.flat(point));
    }
    return line;
}

MultiPolygon bufferOf(const FlatLine &line, double metres, const LocalPlane &plane, std::size_t edgesPerTurn)
{
    namespace strategy = bg::strategy::buffer;
    FlatShape sheet;
    bg::buffer(line, sheet, strategy::distance_symmetric<double>(metres), strategy::side_straight(),
               strategy::join_round(edgesPerTurn), strategy::end_round(edgesPerTurn),
               strategy::point_circle(edgesPerTurn));
    MultiPolygon shape;
    for (const FlatPolygon &part : sheet) {
        Polygon polygon{.outer = plane.round(part.outer()), .holes = {}};
        for (const FlatRing &inner : part.inners()) {
            polygon.holes.push_back(plane.round(inner));
        }
        shape.push_back(std::move(polygon));
    }
    return shape;
}

} // namespace

std::optional<ShapeFinding> findFault(const Corridor &corridor)
{
    const std::vector<GeoPoint> &route = corridor.route;
    if (route.empty() || !(corridor.halfWidthMetres > 0)) {
        return ShapeFinding{.fault = ShapeFault::Empty};
    }
    for (std::size_t i = 0; i < route.size(); ++i) {
        if (!route[i].isValid()) {
            return ShapeFinding{
                .fault = ShapeFault::InvalidCoordinate, .place = route[i], .firstEdge = static_cast<int>(i)};
        }
        if (i > 0 && route[i] == route[i - 1]) {
            return ShapeFinding{
                .fault = ShapeFault::DuplicateVertex, .place = route[i], .firstEdge = static_cast<int>(i) - 1};
        }
    }
    if (route.size() < 2) {
        return ShapeFinding{.fault = ShapeFault::TooFewPoints, .place = route.front()};
    }
    return std::nullopt;
}

MultiPolygon corridorShape(const Corridor &corridor)
{
    if (findFault(corridor)) {
        return {};
    }
    // Where two edges of the outline nearly touch, another number of edges a turn parts them.
    constexpr std::array<std::size_t, 4> EdgesPerTurn{72, 68, 80, 60};
    const LocalPlane plane(corridor.route);
    const FlatLine line = flatLine(corridor.route, plane);
    for (const std::size_t edges : EdgesPerTurn) {
        MultiPolygon shape = bufferOf(line, corridor.halfWidthMetres, plane, edges);
        if (shape.size() == 1 && !findFault(shape)) {
            return shape;
        }
    }
    return {};
}

double lengthMetres(const std::vector<GeoPoint> &route)
{
    double length = 0;
    for (std::size_t i = 1; i < route.size(); ++i) {
        length += distanceMetres(route[i - 1], route[i]);
    }
    return length;
}

std::vector<GeoPoint> simplified(const std::vector<GeoPoint> &trace, double toleranceMetres)
{
    constexpr double FinestMetres = 0.01;
    if (trace.size() < 3) {
        return trace;
    }
    const LocalPlane plane(trace);
    const FlatLine line = flatLine(trace, plane);
    for (double tolerance = toleranceMetres; tolerance > FinestMetres; tolerance /= 2) {
        FlatLine kept;
        bg::simplify(line, kept, tolerance);
        std::vector<GeoPoint> result;
        std::size_t next = 0;
        for (const FlatPoint &point : kept) {
            while (!(line[next].x() == point.x() && line[next].y() == point.y())) {
                ++next;
            }
            result.push_back(trace[next]);
        }
        if (!findCrossing(result)) {
            return result;
        }
    }
    return trace;
}

} // namespace Porchlight
