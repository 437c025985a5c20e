// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areashape.h"

#include "geo/corridor.h"
#include "geo/geojson.h"
#include "geo/measures.h"

#include <algorithm>

namespace Porchlight {

namespace {

/// The corner at `index` and the one opposite to it span a rectangle; corners 0 and 1 share a latitude.
std::vector<GeoPoint> rectangleCorners(GeoPoint corner, GeoPoint opposite)
{
    return {corner,
            {.latitude = corner.latitude, .longitude = opposite.longitude},
            opposite,
            {.latitude = opposite.latitude, .longitude = corner.longitude}};
}

std::ptrdiff_t offset(std::size_t index)
{
    return static_cast<std::ptrdiff_t>(index);
}

} // namespace

bool AreaShape::hasInside() const
{
    switch (kind) {
    case AreaKind::Circle:
        return radiusMetres > 0 && !points.empty();
    case AreaKind::Corridor:
        return radiusMetres > 0 && points.size() >= 2;
    case AreaKind::Polygon:
    case AreaKind::Rectangle:
        break;
    }
    return points.size() >= 3;
}

std::size_t AreaShape::vertexCount() const
{
    std::size_t count = points.size();
    for (const auto &hole : holes) {
        count += hole.size();
    }
    return count;
}

const std::vector<GeoPoint> &AreaShape::line(int number) const
{
    return number == 0 ? points : holes[static_cast<std::size_t>(number) - 1];
}

std::vector<GeoPoint> &AreaShape::editableLine(int number)
{
    return number == 0 ? points : holes[static_cast<std::size_t>(number) - 1];
}

Figure AreaShape::figure() const
{
    if (kind == AreaKind::Circle && hasInside()) {
        return Circle{.centre = points.front(), .radiusMetres = radiusMetres};
    }
    if (kind == AreaKind::Corridor && hasInside()) {
        return Corridor{.route = points, .halfWidthMetres = radiusMetres};
    }
    Polygon polygon{.outer = {points}, .holes = {}};
    for (const auto &hole : holes) {
        if (hole.size() >= 3) {
            polygon.holes.push_back({hole});
        }
    }
    return MultiPolygon{polygon};
}

MultiPolygon AreaShape::shape() const
{
    return outlineOf(figure());
}

double AreaShape::squareMetres() const
{
    return hasInside() ? areaSquareMetres(figure()) : 0;
}

RequestArea AreaShape::toRequestArea() const
{
    const MultiPolygon outline = shape();
    const bool isCorridor = kind == AreaKind::Corridor;
    return {.kind = kind,
            .geoJson = areaToGeoJson(outline),
            .squareMetres = kind == AreaKind::Circle ? squareMetres() : areaSquareMetres(outline),
            .centre = kind == AreaKind::Circle ? points.front() : centreOf(outline).value_or(GeoPoint{}),
            .radiusMetres = radiusMetres,
            .route = isCorridor ? points : std::vector<GeoPoint>()};
}

std::optional<AreaShape> AreaShape::fromRequestArea(const RequestArea &area)
{
    if (area.kind == AreaKind::Circle && area.radiusMetres > 0) {
        return AreaShape{.kind = area.kind, .points = {area.centre}, .radiusMetres = area.radiusMetres};
    }
    if (area.kind == AreaKind::Corridor && area.radiusMetres > 0 && area.route.size() >= 2) {
        return AreaShape{.kind = area.kind, .points = area.route, .radiusMetres = area.radiusMetres};
    }
    const auto shape = readArea(QByteArrayView(area.geoJson));
    return shape ? fromFigure(*shape) : std::nullopt;
}

std::optional<AreaShape> AreaShape::fromFigure(const Figure &figure)
{
    if (const auto *circle = std::get_if<Circle>(&figure)) {
        return AreaShape{.kind = AreaKind::Circle, .points = {circle->centre}, .radiusMetres = circle->radiusMetres};
    }
    if (const auto *corridor = std::get_if<Corridor>(&figure)) {
        return AreaShape{
            .kind = AreaKind::Corridor, .points = corridor->route, .radiusMetres = corridor->halfWidthMetres};
    }
    const MultiPolygon &shape = std::get<MultiPolygon>(figure);
    if (shape.size() != 1) {
        return std::nullopt;
    }
    AreaShape drawn{.kind = AreaKind::Polygon, .points = shape.front().outer.points};
    std::ranges::transform(shape.front().holes, std::back_inserter(drawn.holes), &Ring::points);
    if (isRectangle(shape.front())) {
        drawn.kind = AreaKind::Rectangle;
        drawn.points = rectangleCorners(drawn.points[0], drawn.points[2]);
    }
    return drawn;
}

AreaShape AreaShape::withPoint(GeoPoint point) const
{
    AreaShape next = *this;
    if (points.empty() || kind == AreaKind::Polygon || kind == AreaKind::Corridor) {
        next.points.push_back(point);
    } else if (kind == AreaKind::Rectangle) {
        next.points = rectangleCorners(points.front(), point);
    } else {
        next.radiusMetres = distanceMetres(points.front(), point);
    }
    return next;
}

AreaShape AreaShape::withHolePoint(GeoPoint point) const
{
    AreaShape next = *this;
    next.kind = AreaKind::Polygon;
    next.holes.back().push_back(point);
    return next;
}

AreaShape AreaShape::withMoved(int line, std::size_t index, GeoPoint point) const
{
    AreaShape next = *this;
    if (kind != AreaKind::Rectangle || points.size() != 4) {
        next.editableLine(line)[index] = point;
        return next;
    }
    const std::size_t sharesLatitude = index % 2 == 0 ? (index + 1) % 4 : (index + 3) % 4;
    const std::size_t sharesLongitude = index % 2 == 0 ? (index + 3) % 4 : (index + 1) % 4;
    next.points[index] = point;
    next.points[sharesLatitude].latitude = point.latitude;
    next.points[sharesLongitude].longitude = point.longitude;
    return next;
}

AreaShape AreaShape::withSplit(int line, std::size_t edge) const
{
    AreaShape next = *this;
    std::vector<GeoPoint> &corners = next.editableLine(line);
    corners.insert(corners.begin() + offset(edge) + 1, middle(line, edge));
    return next;
}

AreaShape AreaShape::without(int line, std::size_t index) const
{
    AreaShape next = *this;
    std::vector<GeoPoint> &corners = next.editableLine(line);
    corners.erase(corners.begin() + offset(index));
    return next;
}

AreaShape AreaShape::withoutHole(int line) const
{
    AreaShape next = *this;
    next.holes.erase(next.holes.begin() + line - 1);
    return next;
}

GeoPoint AreaShape::middle(int line, std::size_t edge) const
{
    const std::vector<GeoPoint> &corners = this->line(line);
    const std::vector<GeoPoint> ends = unwrapped({corners[edge], corners[(edge + 1) % corners.size()]});
    return {.latitude = (ends[0].latitude + ends[1].latitude) / 2,
            .longitude = wrappedLongitude((ends[0].longitude + ends[1].longitude) / 2)};
}

} // namespace Porchlight
