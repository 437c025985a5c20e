// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Porchlight {

/// A position on WGS 84 in degrees: latitude -90..90, longitude -180..180. Free of Qt.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;

    bool operator==(const GeoPoint &) const = default;
    [[nodiscard]] constexpr bool isValid() const
    {
        return latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
    }
};

} // namespace Porchlight
