// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/flatfigure.h"

namespace Porchlight {

/// A flat sheet in metres around a spot (azimuthal equidistant): x to the east, y to the north. Distances from the spot
/// are exact; 50 km away areas are wrong by 0.0006 %. It knows no 180 degrees. Private to lib/geo.
class LocalPlane
{
public:
    explicit LocalPlane(GeoPoint middle)
        : m_middle(middle)
    {}
    /// Around the middle of all points, of which there is at least one.
    explicit LocalPlane(const std::vector<GeoPoint> &points);

    [[nodiscard]] FlatPoint flat(GeoPoint point) const;
    [[nodiscard]] GeoPoint round(const FlatPoint &point) const;
    [[nodiscard]] Ring round(const FlatRing &closed) const;

private:
    GeoPoint m_middle;
};

} // namespace Porchlight
