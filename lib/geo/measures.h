// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/shapes.h"

#include <optional>

namespace Porchlight {

constexpr double SquareMetresPerSquareMile = 2'589'988.110336; ///< International mile, not the survey mile.
constexpr double MetresPerMile = 1'609.344;

[[nodiscard]] constexpr double squareMiles(double squareMetres)
{
    return squareMetres / SquareMetresPerSquareMile;
}

/// Areas inside geodesic edges on the ellipsoid (Karney 2013). Meaningless for a figure with a fault.
[[nodiscard]] double areaSquareMetres(const Ring &ring);
[[nodiscard]] double areaSquareMetres(const Polygon &polygon);
[[nodiscard]] double areaSquareMetres(const MultiPolygon &shape);
/// The disc itself, not its outline of straight edges.
[[nodiscard]] double areaSquareMetres(const Circle &circle);

/// Length of all rings, holes too.
[[nodiscard]] double perimeterMetres(const Ring &ring);
[[nodiscard]] double perimeterMetres(const Polygon &polygon);
[[nodiscard]] double perimeterMetres(const MultiPolygon &shape);
[[nodiscard]] double perimeterMetres(const Circle &circle);

[[nodiscard]] double distanceMetres(GeoPoint from, GeoPoint to);
/// The spot that lies so many metres from `from` in a direction in degrees clockwise from north.
[[nodiscard]] GeoPoint pointAt(GeoPoint from, double azimuthDegrees, double metres);

/// Nothing for no points.
[[nodiscard]] std::optional<GeoBounds> boundsOf(const std::vector<GeoPoint> &points);
[[nodiscard]] std::optional<GeoBounds> boundsOf(const MultiPolygon &shape);

/// The centre of gravity, which may lie outside a bent figure; nothing for no points.
[[nodiscard]] std::optional<GeoPoint> centreOf(const MultiPolygon &shape);

/// A spot on the edge is inside.
[[nodiscard]] bool contains(const MultiPolygon &shape, GeoPoint point);
/// All of `inner` lies in `outer`; common edges are fine. Both without faults.
[[nodiscard]] bool covers(const MultiPolygon &outer, const MultiPolygon &inner);
[[nodiscard]] bool overlaps(const MultiPolygon &a, const MultiPolygon &b);
/// What of `from` does not lie in `taken`, and what lies in both. All without faults.
[[nodiscard]] MultiPolygon difference(const MultiPolygon &from, const MultiPolygon &taken);
[[nodiscard]] MultiPolygon intersection(const MultiPolygon &a, const MultiPolygon &b);

} // namespace Porchlight
