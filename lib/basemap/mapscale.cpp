// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mapscale.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace Porchlight {

MapScale scaleBar(double metresPerPixel, double longest)
{
    constexpr double MetresPerFoot = 0.3048;
    constexpr double FeetPerMile = 5280;
    constexpr std::array Steps{1.0, 2.0, 5.0};
    const double longestFeet = longest * metresPerPixel / MetresPerFoot;
    const bool isMiles = longestFeet >= FeetPerMile;
    const double most = isMiles ? longestFeet / FeetPerMile : longestFeet;
    const double power = std::pow(10, std::floor(std::log10(most)));
    double round = power;
    for (const double step : Steps) {
        round = step * power <= most ? step * power : round;
    }
    const double metres = round * MetresPerFoot * (isMiles ? FeetPerMile : 1);
    return {.pixels = metres / metresPerPixel,
            .number = QLocale(QLocale::English, QLocale::UnitedStates).toString(round, 'g', 6),
            .isMiles = isMiles};
}

} // namespace Porchlight
