// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/geopoint.h"

#include <vector>

// lib/geo: areas on the WGS 84 ellipsoid: is this figure sound, where is it not, how large is it, does it hold that
// spot; and reading and writing them as GeoJSON and KML. Pure: no file, no clock, no domain word. Figures may cross
// 180 degrees of longitude; every function unwraps first, then checks, then measures.
namespace Porchlight {

/// A closed line; the first point is not repeated at the end. Either direction of winding is fine.
struct Ring
{
    std::vector<GeoPoint> points;

    bool operator==(const Ring &) const = default;
};

struct Polygon
{
    Ring outer;
    std::vector<Ring> holes;

    bool operator==(const Polygon &) const = default;
};

using MultiPolygon = std::vector<Polygon>;

/// All spots whose geodesic distance to the centre is at most the radius.
struct Circle
{
    GeoPoint centre;
    double radiusMetres = 0;

    bool operator==(const Circle &) const = default;
};

/// All spots whose distance to the route is at most the half-width.
struct Corridor
{
    std::vector<GeoPoint> route;
    double halfWidthMetres = 0;

    bool operator==(const Corridor &) const = default;
};

/// The smallest latitude-longitude rectangle around something; west > east where it crosses 180 degrees.
struct GeoBounds
{
    double south = 0;
    double west = 0;
    double north = 0;
    double east = 0;

    bool operator==(const GeoBounds &) const = default;
    [[nodiscard]] bool crossesAntimeridian() const { return west > east; }
    [[nodiscard]] bool contains(GeoPoint point) const;
    [[nodiscard]] GeoPoint centre() const;
};

/// A rectangle along meridians and parallels, given by two opposite corners; the shorter way round.
[[nodiscard]] Ring rectangleRing(GeoPoint corner, GeoPoint opposite);

/// Of the outer ring and the holes; the closing of a ring does not count.
[[nodiscard]] std::size_t vertexCount(const Polygon &polygon);

/// True for four corners that a rectangle along meridians and parallels has.
[[nodiscard]] bool isRectangle(const Polygon &polygon);

/// A regular outline whose vertices lie on the circle, northernmost first, clockwise; at least 64 of them.
[[nodiscard]] Ring circleRing(const Circle &circle, int vertices = 128);

/// The same longitude in -180..180.
[[nodiscard]] double wrappedLongitude(double longitude);

/// The points with longitudes that run on without a jump at 180 degrees; they may leave -180..180. The first one
/// keeps its longitude.
[[nodiscard]] std::vector<GeoPoint> unwrapped(const std::vector<GeoPoint> &points);

} // namespace Porchlight
