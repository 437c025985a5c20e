// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/geopoint.h"
#include "domain/arearequest.h"
#include "geo/shapes.h"

#include <optional>
#include <vector>

namespace Porchlight {

/// A figure as it is being drawn. Polygons and rectangles are their corners in the order they were set; a circle is
/// its centre and radius, and stays one.
struct AreaShape
{
    AreaKind kind = AreaKind::Polygon;
    std::vector<GeoPoint> points; ///< Corners; for a circle its centre alone.
    double radiusMetres = 0;

    bool operator==(const AreaShape &) const = default;

    [[nodiscard]] bool isEmpty() const { return points.empty(); }
    /// True when there is something to measure.
    [[nodiscard]] bool hasInside() const;
    /// The outline on the map; for a circle 128 points of it.
    [[nodiscard]] Ring ring() const;
    [[nodiscard]] double squareMetres() const;
    [[nodiscard]] RequestArea toRequestArea() const;
    [[nodiscard]] static std::optional<AreaShape> fromRequestArea(const RequestArea &area);

    /// The figures that one act makes of this one.
    [[nodiscard]] AreaShape withPoint(GeoPoint point) const;
    [[nodiscard]] AreaShape withMoved(std::size_t index, GeoPoint point) const;
    [[nodiscard]] AreaShape withSplit(std::size_t edge) const;
    [[nodiscard]] AreaShape without(std::size_t index) const;
    /// The spot half way along an edge.
    [[nodiscard]] GeoPoint middle(std::size_t edge) const;
};

} // namespace Porchlight
