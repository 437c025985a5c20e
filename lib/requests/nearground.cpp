// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/nearground.h"

#include "geo/measures.h"

#include <algorithm>

namespace Porchlight {

namespace {

/// So few that cutting is no gain.
constexpr std::size_t FewVertices = 1000;

MultiPolygon neighbourhood(const GeoBounds &bounds, double marginDegrees)
{
    constexpr double HighestLatitude = 89;
    const GeoPoint corner{.latitude = std::max(-HighestLatitude, bounds.south - marginDegrees),
                          .longitude = wrappedLongitude(bounds.west - marginDegrees)};
    const GeoPoint opposite{.latitude = std::min(HighestLatitude, bounds.north + marginDegrees),
                            .longitude = wrappedLongitude(bounds.east + marginDegrees)};
    return {{.outer = rectangleRing(corner, opposite), .holes = {}}};
}

} // namespace

void NearGround::setGround(MultiPolygon ground)
{
    m_ground = std::move(ground);
    m_vertices = 0;
    for (const Polygon &polygon : m_ground) {
        m_vertices += vertexCount(polygon);
    }
    m_bounds.reset();
}

const MultiPolygon &NearGround::around(const MultiPolygon &area)
{
    constexpr double LeastMarginDegrees = 0.02;
    constexpr double MetresPerDegree = 111'000;
    const auto bounds = boundsOf(area);
    if (m_vertices < FewVertices || !bounds) {
        return m_ground;
    }
    const GeoPoint southWest{.latitude = bounds->south, .longitude = bounds->west};
    const GeoPoint northEast{.latitude = bounds->north, .longitude = bounds->east};
    if (!m_bounds || !m_bounds->contains(southWest) || !m_bounds->contains(northEast)) {
        const double margin = std::max(LeastMarginDegrees, distanceMetres(southWest, northEast) / MetresPerDegree);
        const MultiPolygon box = neighbourhood(*bounds, margin);
        m_near = intersection(m_ground, box);
        m_bounds = boundsOf(box);
    }
    return m_near.empty() ? m_ground : m_near;
}

} // namespace Porchlight
