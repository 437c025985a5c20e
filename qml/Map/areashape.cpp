// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areashape.h"

#include "geo/geojson.h"
#include "geo/measures.h"

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

} // namespace

bool AreaShape::hasInside() const
{
    return kind == AreaKind::Circle ? radiusMetres > 0 && !points.empty() : points.size() >= 3;
}

Ring AreaShape::ring() const
{
    if (kind == AreaKind::Circle) {
        return hasInside() ? circleRing({.centre = points.front(), .radiusMetres = radiusMetres}) : Ring{};
    }
    return {points};
}

double AreaShape::squareMetres() const
{
    if (!hasInside()) {
        return 0;
    }
    if (kind == AreaKind::Circle) {
        return areaSquareMetres(Circle{.centre = points.front(), .radiusMetres = radiusMetres});
    }
    return areaSquareMetres(ring());
}

RequestArea AreaShape::toRequestArea() const
{
    const MultiPolygon shape{Polygon{.outer = ring(), .holes = {}}};
    return {.kind = kind,
            .geoJson = areaToGeoJson(shape),
            .squareMetres = squareMetres(),
            .centre = kind == AreaKind::Circle ? points.front() : centreOf(shape).value_or(GeoPoint{}),
            .radiusMetres = radiusMetres};
}

std::optional<AreaShape> AreaShape::fromRequestArea(const RequestArea &area)
{
    if (area.kind == AreaKind::Circle && area.radiusMetres > 0) {
        return AreaShape{.kind = area.kind, .points = {area.centre}, .radiusMetres = area.radiusMetres};
    }
    const auto shape = readArea(QByteArrayView(area.geoJson));
    if (!shape || shape->size() != 1 || !shape->front().holes.empty()) {
        return std::nullopt;
    }
    AreaShape drawn{.kind = area.kind, .points = shape->front().outer.points};
    if (drawn.kind == AreaKind::Rectangle && drawn.points.size() == 4) {
        drawn.points = rectangleCorners(drawn.points[0], drawn.points[2]);
    } else {
        drawn.kind = AreaKind::Polygon;
    }
    return drawn;
}

AreaShape AreaShape::withPoint(GeoPoint point) const
{
    AreaShape next = *this;
    if (points.empty() || kind == AreaKind::Polygon) {
        next.points.push_back(point);
    } else if (kind == AreaKind::Rectangle) {
        next.points = rectangleCorners(points.front(), point);
    } else {
        next.radiusMetres = distanceMetres(points.front(), point);
    }
    return next;
}

AreaShape AreaShape::withMoved(std::size_t index, GeoPoint point) const
{
    AreaShape next = *this;
    if (kind != AreaKind::Rectangle || points.size() != 4) {
        next.points[index] = point;
        return next;
    }
    const std::size_t sharesLatitude = index % 2 == 0 ? (index + 1) % 4 : (index + 3) % 4;
    const std::size_t sharesLongitude = index % 2 == 0 ? (index + 3) % 4 : (index + 1) % 4;
    next.points[index] = point;
    next.points[sharesLatitude].latitude = point.latitude;
    next.points[sharesLongitude].longitude = point.longitude;
    return next;
}

AreaShape AreaShape::withSplit(std::size_t edge) const
{
    AreaShape next = *this;
    next.points.insert(next.points.begin() + static_cast<std::ptrdiff_t>(edge) + 1, middle(edge));
    return next;
}

AreaShape AreaShape::without(std::size_t index) const
{
    AreaShape next = *this;
    next.points.erase(next.points.begin() + static_cast<std::ptrdiff_t>(index));
    return next;
}

GeoPoint AreaShape::middle(std::size_t edge) const
{
    const std::vector<GeoPoint> ends = unwrapped({points[edge], points[(edge + 1) % points.size()]});
    return {.latitude = (ends[0].latitude + ends[1].latitude) / 2,
            .longitude = wrappedLongitude((ends[0].longitude + ends[1].longitude) / 2)};
}

} // namespace Porchlight
