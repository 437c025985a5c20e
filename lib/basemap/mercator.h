// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/geopoint.h"

#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Porchlight::Mercator {

/// Beyond it the square of the projection ends.
inline constexpr double MaximumLatitude = 85.051128779806592;
/// Pixels along the side of the world at zoom 0, as Qt Location counts them.
inline constexpr double WorldPixels = 256;

/// Position in the unit square: x 0 at 180 degrees west, y 0 at the northern edge.
[[nodiscard]] inline QPointF toWorld(GeoPoint point)
{
    const double latitude = std::clamp(point.latitude, -MaximumLatitude, MaximumLatitude) * std::numbers::pi / 180;
    const double y = 0.5 - std::asinh(std::tan(latitude)) / (2 * std::numbers::pi);
    return {point.longitude / 360 + 0.5, y};
}

[[nodiscard]] inline GeoPoint fromWorld(QPointF world)
{
    const double latitude = std::atan(std::sinh((0.5 - world.y()) * 2 * std::numbers::pi)) * 180 / std::numbers::pi;
    const double turns = world.x() - std::floor(world.x());
    return {.latitude = latitude, .longitude = turns * 360 - 180};
}

/// The part of the unit square between two corners; not valid where a corner is none or they are the wrong way round.
[[nodiscard]] inline QRectF worldBetween(GeoPoint southWest, GeoPoint northEast)
{
    if (!southWest.isValid() || !northEast.isValid()) {
        return {};
    }
    const QPointF lowerLeft = toWorld(southWest);
    const QPointF upperRight = toWorld(northEast);
    return QRectF(QPointF(lowerLeft.x(), upperRight.y()), QPointF(upperRight.x(), lowerLeft.y()));
}

/// Pixels along the side of the world at a zoom.
[[nodiscard]] inline double worldPixels(double zoom)
{
    return WorldPixels * std::exp2(zoom);
}

/// Metres that one pixel covers at a latitude, on the sphere of the projection.
[[nodiscard]] inline double metresPerPixel(double latitude, double zoom)
{
    constexpr double Circumference = 2 * std::numbers::pi * 6'378'137;
    return Circumference * std::cos(latitude * std::numbers::pi / 180) / worldPixels(zoom);
}

} // namespace Porchlight::Mercator
