// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/shapes.h"

#include <boost/geometry.hpp>

namespace Porchlight {

/// Figures on the flat sheet of longitude (x) and latitude (y) in degrees, with longitudes unwrapped, for the topology
/// that Boost.Geometry knows. Private to lib/geo.
using FlatPoint = boost::geometry::model::d2::point_xy<double>;
using FlatRing = boost::geometry::model::ring<FlatPoint>;
using FlatPolygon = boost::geometry::model::polygon<FlatPoint>;
using FlatShape = boost::geometry::model::multi_polygon<FlatPolygon>;
using FlatBox = boost::geometry::model::box<FlatPoint>;

[[nodiscard]] inline FlatPoint flat(GeoPoint point)
{
    return {point.longitude, point.latitude};
}

[[nodiscard]] inline GeoPoint round(const FlatPoint &point)
{
    return {.latitude = point.y(), .longitude = wrappedLongitude(point.x())};
}

/// Closed, unwrapped, wound as Boost wants outer rings (clockwise); moved by whole turns so that its middle comes
/// closest to `nearLongitude`.
[[nodiscard]] FlatRing flatRing(const Ring &ring, double nearLongitude);

/// With holes moved to their outer ring, and wound the other way.
[[nodiscard]] FlatPolygon flatPolygon(const Polygon &polygon, double nearLongitude);

/// All parts beside each other on one sheet. Parts that were cut apart at 180 degrees are joined again.
[[nodiscard]] FlatShape flatShape(const MultiPolygon &shape, double nearLongitude);

/// The longitude to lay a shape out around: that of its first point.
[[nodiscard]] double sheetLongitude(const MultiPolygon &shape);

/// The smallest box around what is not empty.
[[nodiscard]] FlatBox boxAround(const FlatRing &ring);
[[nodiscard]] FlatBox boxAround(const FlatShape &shape);

[[nodiscard]] inline double middleLongitude(const FlatBox &box)
{
    return (box.min_corner().x() + box.max_corner().x()) / 2;
}

/// Back to the round earth, without the repeated closing points.
[[nodiscard]] MultiPolygon roundShape(const FlatShape &shape);

} // namespace Porchlight
