// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Porchlight {

/// A scale bar: a round number of feet or miles, and how long that is on the map.
struct MapScale
{
    double pixels = 0;
    QString number;
    bool isMiles = false;
};

/// The longest bar of at most `longest` pixels.
[[nodiscard]] MapScale scaleBar(double metresPerPixel, double longest);

} // namespace Porchlight
