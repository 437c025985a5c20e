// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/marker.h"

namespace Porchlight {

enum class MarkerChange { Added, Changed, Removed };

/// What a marker was at one time. Versions are kept for ever: a changed or removed note can still be shown.
struct MarkerVersion
{
    Marker marker;   ///< As it is from this version on; for Removed, as it was last.
    int version = 1; ///< 1 for the first.
    MarkerChange change = MarkerChange::Added;
    Officer officer; ///< Who made this version.
    UtcTime at;

    bool operator==(const MarkerVersion &) const = default;
};

} // namespace Porchlight
