// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/geopoint.h"
#include "domain/arearequest.h"
#include "geo/figure.h"

#include <optional>
#include <vector>

namespace Porchlight {

/// A figure as it is being drawn. Polygons and rectangles are their corners in the order they were set; a circle is
/// its centre and radius, a corridor its route and half-width, and they stay that. Lines are counted from 0: the
/// outline or route, then the holes.
struct AreaShape
{
    /// More cannot be drawn: each is a handle on the map.
    static constexpr std::size_t MaximumVertices = 200;

    AreaKind kind = AreaKind::Polygon;
    std::vector<GeoPoint> points;               ///< Corners; of a circle its centre alone, of a corridor its route.
    std::vector<std::vector<GeoPoint>> holes{}; ///< Of polygons; the last one may be unfinished.
    double radiusMetres = 0;                    ///< Of a circle; of a corridor its half-width.

    bool operator==(const AreaShape &) const = default;

    [[nodiscard]] bool isEmpty() const { return points.empty(); }
    /// True when there is something to measure.
    [[nodiscard]] bool hasInside() const;
    [[nodiscard]] std::size_t vertexCount() const;
    [[nodiscard]] const std::vector<GeoPoint> &line(int number) const;
    /// What is drawn on the map; the points alone where there is no inside yet.
    [[nodiscard]] MultiPolygon shape() const;
    [[nodiscard]] Figure figure() const;
    [[nodiscard]] double squareMetres() const;
    [[nodiscard]] RequestArea toRequestArea() const;
    [[nodiscard]] static std::optional<AreaShape> fromRequestArea(const RequestArea &area);
    /// Nothing for several polygons.
    [[nodiscard]] static std::optional<AreaShape> fromFigure(const Figure &figure);

    /// The figures that one act makes of this one.
    [[nodiscard]] AreaShape withPoint(GeoPoint point) const;
    [[nodiscard]] AreaShape withHolePoint(GeoPoint point) const;
    [[nodiscard]] AreaShape withMoved(int line, std::size_t index, GeoPoint point) const;
    [[nodiscard]] AreaShape withSplit(int line, std::size_t edge) const;
    [[nodiscard]] AreaShape without(int line, std::size_t index) const;
    [[nodiscard]] AreaShape withoutHole(int line) const;
    /// The spot half way along an edge.
    [[nodiscard]] GeoPoint middle(int line, std::size_t edge) const;

private:
    [[nodiscard]] std::vector<GeoPoint> &editableLine(int number);
};

} // namespace Porchlight
