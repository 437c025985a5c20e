// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/measures.h"

#include "geo/earth.h"
#include "geo/flatfigure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Porchlight {

namespace bg = boost::geometry;

namespace {

using EarthPoint = bg::model::point<double, 2, bg::cs::geographic<bg::degree>>;
using EarthRing = bg::model::ring<EarthPoint>;

EarthRing earthRing(const Ring &ring)
{
    EarthRing result;
    if (ring.points.empty()) {
        return result;
    }
    for (const GeoPoint point : ring.points) {
        result.emplace_back(point.longitude, point.latitude);
    }
    result.push_back(result.front());
    return result;
}

/// The longest stretch of longitude without a point lies outside; what remains is the span.
GeoBounds boundsAround(const std::vector<GeoPoint> &points)
{
    const auto [south, north] = std::ranges::minmax(points, {}, &GeoPoint::latitude);
    std::vector<double> longitudes;
    for (const GeoPoint point : points) {
        longitudes.push_back(point.longitude);
    }
    std::ranges::sort(longitudes);
    double widest = longitudes.front() + 360 - longitudes.back();
    GeoBounds bounds{
        .south = south.latitude, .west = longitudes.front(), .north = north.latitude, .east = longitudes.back()};
    for (std::size_t i = 1; i < longitudes.size(); ++i) {
        if (longitudes[i] - longitudes[i - 1] > widest) {
            widest = longitudes[i] - longitudes[i - 1];
            bounds.west = longitudes[i];
            bounds.east = longitudes[i - 1];
        }
    }
    return bounds;
}

/// The box on the flat sheet, brought back to the round earth.
GeoBounds roundBounds(const FlatBox &box)
{
    const bool isWholeTurn = box.max_corner().x() - box.min_corner().x() >= 360;
    return {.south = box.min_corner().y(),
            .west = isWholeTurn ? -180 : wrappedLongitude(box.min_corner().x()),
            .north = box.max_corner().y(),
            .east = isWholeTurn ? 180 : wrappedLongitude(box.max_corner().x())};
}

/// `inner` on a sheet of its own, moved by whole turns to lie beside `outer`.
FlatShape flatBeside(const MultiPolygon &inner, const FlatShape &outer)
{
    return flatShape(inner, middleLongitude(boxAround(outer)));
}

} // namespace

double areaSquareMetres(const Ring &ring)
{
    const bg::strategy::area::geographic<bg::strategy::karney, bg::strategy::default_order<bg::strategy::karney>::value>
        karney(earth());
    return ring.points.size() < 3 ? 0 : std::abs(bg::area(earthRing(ring), karney));
}

double areaSquareMetres(const Polygon &polygon)
{
    double area = areaSquareMetres(polygon.outer);
    for (const Ring &hole : polygon.holes) {
        area -= areaSquareMetres(hole);
    }
    return area;
}

double areaSquareMetres(const MultiPolygon &shape)
{
    double area = 0;
    for (const Polygon &polygon : shape) {
        area += areaSquareMetres(polygon);
    }
    return area;
}

double areaSquareMetres(const Circle &circle)
{
    // Bertrand, Diguet and Puiseux: a geodesic disc is smaller than a flat one by its radius and the curvature.
    constexpr double SquaredEccentricity = 1 - (PolarRadius * PolarRadius) / (EquatorialRadius * EquatorialRadius);
    const double sine = std::sin(circle.centre.latitude / DegreesPerRadian);
    const double ratio = 1 - SquaredEccentricity * sine * sine;
    const double curvature = ratio * ratio / (EquatorialRadius * EquatorialRadius * (1 - SquaredEccentricity));
    const double squaredRadius = circle.radiusMetres * circle.radiusMetres;
    return std::numbers::pi * squaredRadius * (1 - curvature * squaredRadius / 12);
}

double perimeterMetres(const Ring &ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
        sum += distanceMetres(ring.points[i], ring.points[(i + 1) % ring.points.size()]);
    }
    return sum;
}

double perimeterMetres(const Polygon &polygon)
{
    double sum = perimeterMetres(polygon.outer);
    for (const Ring &hole : polygon.holes) {
        sum += perimeterMetres(hole);
    }
    return sum;
}

double perimeterMetres(const MultiPolygon &shape)
{
    double sum = 0;
    for (const Polygon &polygon : shape) {
        sum += perimeterMetres(polygon);
    }
    return sum;
}

double perimeterMetres(const Circle &circle)
{
    constexpr int Vertices = 720;
    return perimeterMetres(circleRing(circle, Vertices));
}

double distanceMetres(GeoPoint from, GeoPoint to)
{
    const bg::strategy::distance::karney<bg::srs::spheroid<double>> karney(earth());
    return bg::distance(EarthPoint(from.longitude, from.latitude), EarthPoint(to.longitude, to.latitude), karney);
}

GeoPoint pointAt(GeoPoint from, double azimuthDegrees, double metres)
{
    const auto there =
        bg::formula::karney_direct<double>::apply(from.longitude / DegreesPerRadian, from.latitude / DegreesPerRadian,
                                                  metres, azimuthDegrees / DegreesPerRadian, earth());
    return {.latitude = there.lat2 * DegreesPerRadian, .longitude = wrappedLongitude(there.lon2 * DegreesPerRadian)};
}

std::optional<GeoBounds> boundsOf(const std::vector<GeoPoint> &points)
{
    if (points.empty()) {
        return std::nullopt;
    }
    return boundsAround(points);
}

std::optional<GeoBounds> boundsOf(const MultiPolygon &shape)
{
    const FlatShape sheet = flatShape(shape, sheetLongitude(shape));
    if (bg::is_empty(sheet)) {
        return std::nullopt;
    }
    return roundBounds(boxAround(sheet));
}

std::optional<GeoPoint> centreOf(const MultiPolygon &shape)
{
    const FlatShape sheet = flatShape(shape, sheetLongitude(shape));
    if (bg::is_empty(sheet)) {
        return std::nullopt;
    }
    if (bg::area(sheet) == 0) {
        return roundBounds(boxAround(sheet)).centre();
    }
    return round(bg::return_centroid<FlatPoint>(sheet));
}

bool contains(const MultiPolygon &shape, GeoPoint point)
{
    const FlatShape sheet = flatShape(shape, sheetLongitude(shape));
    if (bg::is_empty(sheet)) {
        return false;
    }
    const FlatBox box = boxAround(sheet);
    FlatPoint spot = flat(point);
    spot.x(spot.x() + 360 * std::round((middleLongitude(box) - spot.x()) / 360));
    return bg::covered_by(spot, box) && bg::covered_by(spot, sheet);
}

bool covers(const MultiPolygon &outer, const MultiPolygon &inner)
{
    const FlatShape sheet = flatShape(outer, sheetLongitude(outer));
    if (bg::is_empty(sheet) || inner.empty()) {
        return false;
    }
    return bg::covered_by(flatBeside(inner, sheet), sheet);
}

MultiPolygon difference(const MultiPolygon &from, const MultiPolygon &taken)
{
    const FlatShape sheet = flatShape(taken, sheetLongitude(taken));
    if (bg::is_empty(sheet) || from.empty()) {
        return from;
    }
    FlatShape left;
    bg::difference(flatBeside(from, sheet), sheet, left);
    return roundShape(left);
}

MultiPolygon intersection(const MultiPolygon &a, const MultiPolygon &b)
{
    const FlatShape sheet = flatShape(a, sheetLongitude(a));
    if (bg::is_empty(sheet) || b.empty()) {
        return {};
    }
    FlatShape common;
    bg::intersection(flatBeside(b, sheet), sheet, common);
    return roundShape(common);
}

bool overlaps(const MultiPolygon &a, const MultiPolygon &b)
{
    const FlatShape sheet = flatShape(a, sheetLongitude(a));
    if (bg::is_empty(sheet) || b.empty()) {
        return false;
    }
    return bg::intersects(flatBeside(b, sheet), sheet);
}

} // namespace Porchlight
