// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <boost/geometry.hpp>

#include <numbers>

namespace Porchlight {

// The WGS 84 ellipsoid as Boost.Geometry wants it. Private to lib/geo.
constexpr double DegreesPerRadian = 180 / std::numbers::pi;
constexpr double EquatorialRadius = 6'378'137.0;
constexpr double PolarRadius = 6'356'752.314'245'179;

[[nodiscard]] inline const boost::geometry::srs::spheroid<double> &earth()
{
    static const boost::geometry::srs::spheroid<double> spheroid(EquatorialRadius, PolarRadius);
    return spheroid;
}

} // namespace Porchlight
