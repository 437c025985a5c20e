// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/shapes.h"

#include <optional>

namespace Porchlight {

enum class ShapeFault {
    Empty,
    InvalidCoordinate,
    TooFewPoints,
    DuplicateVertex,
    Spike,
    CrossesItself,
    TouchesItself,
    HoleOutside,
    RingsOverlap,
    CutInParts,
    EnclosesPole,
    Other,
};

/// What is wrong with a figure, and where. Edges are counted from 0: edge i goes from point i to the next one.
struct ShapeFinding
{
    ShapeFault fault = ShapeFault::Other;
    GeoPoint place;
    int polygon = 0;
    int ring = 0; ///< 0 is the outer ring, 1 the first hole.
    int firstEdge = -1;
    int secondEdge = -1; ///< Set where two edges of the same ring meet; else -1.

    bool operator==(const ShapeFinding &) const = default;
};

/// The first fault, or nothing for a figure that is sound by OGC 06-103r4 and has no repeated neighbour points.
/// Edges are straight in longitude and latitude (RFC 7946, 3.1.1).
[[nodiscard]] std::optional<ShapeFinding> findFault(const Ring &ring);
[[nodiscard]] std::optional<ShapeFinding> findFault(const Polygon &polygon);
[[nodiscard]] std::optional<ShapeFinding> findFault(const MultiPolygon &shape);

/// Where a line that is being drawn crosses or touches itself, if it does; the way back from its end to its start
/// does not count.
[[nodiscard]] std::optional<ShapeFinding> findCrossing(const std::vector<GeoPoint> &line);

} // namespace Porchlight
