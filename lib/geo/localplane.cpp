// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/localplane.h"

#include "geo/earth.h"
#include "geo/measures.h"

#include <cmath>

namespace Porchlight {

LocalPlane::LocalPlane(const std::vector<GeoPoint> &points)
    : m_middle(boundsOf(points).value_or(GeoBounds()).centre())
{}

FlatPoint LocalPlane::flat(GeoPoint point) const
{
    using Inverse = boost::geometry::formula::karney_inverse<double, true, true>;
    const auto line = Inverse::apply(m_middle.longitude / DegreesPerRadian, m_middle.latitude / DegreesPerRadian,
                                     point.longitude / DegreesPerRadian, point.latitude / DegreesPerRadian, earth());
    return {line.distance * std::sin(line.azimuth), line.distance * std::cos(line.azimuth)};
}

GeoPoint LocalPlane::round(const FlatPoint &point) const
{
    const double metres = std::hypot(point.x(), point.y());
    return metres == 0 ? m_middle : pointAt(m_middle, std::atan2(point.x(), point.y()) * DegreesPerRadian, metres);
}

Ring LocalPlane::round(const FlatRing &closed) const
{
    Ring ring;
    for (std::size_t i = 0; i + 1 < closed.size(); ++i) {
        const GeoPoint point = round(closed[i]);
        if (ring.points.empty() || point != ring.points.back()) {
            ring.points.push_back(point);
        }
    }
    if (ring.points.size() > 1 && ring.points.front() == ring.points.back()) {
        ring.points.pop_back();
    }
    return ring;
}

} // namespace Porchlight
