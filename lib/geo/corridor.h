// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/validity.h"

#include <vector>

namespace Porchlight {

/// What is wrong with a route or its width. A route may cross itself: the corridor around it is one area all the same.
[[nodiscard]] std::optional<ShapeFinding> findFault(const Corridor &corridor);

/// All spots whose distance to the route is at most the half-width, with round ends and bends drawn with 72 edges a
/// turn. Always one sound polygon, with holes where the route goes around something; empty for a corridor with a fault.
[[nodiscard]] MultiPolygon corridorShape(const Corridor &corridor);

/// Length of the route, not of its outline.
[[nodiscard]] double lengthMetres(const std::vector<GeoPoint> &route);

/// A line drawn by hand with as few of its points as keep it within the tolerance (Douglas and Peucker). It crosses
/// itself only where the drawn line does.
[[nodiscard]] std::vector<GeoPoint> simplified(const std::vector<GeoPoint> &trace, double toleranceMetres);

} // namespace Porchlight
