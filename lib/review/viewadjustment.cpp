// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/viewadjustment.h"

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace {

/// What full contrast multiplies the distance from middle grey by.
constexpr double MostGain = 4;

} // namespace

double ViewAdjustment::gain() const
{
    const double share = static_cast<double>(contrast) / Most;
    return contrast < 0 ? 1 + share : 1 + share * (MostGain - 1);
}

double ViewAdjustment::shift() const
{
    // Contrast leaves middle grey where it is; full brightness lifts black to it.
    return (1 - gain()) / 2 + static_cast<double>(brightness) / Most / 2;
}

ViewAdjustment bounded(const ViewAdjustment &adjustment)
{
    const auto within = [](int value) {
        return std::clamp(value, -ViewAdjustment::Most, ViewAdjustment::Most);
    };
    return {.brightness = within(adjustment.brightness), .contrast = within(adjustment.contrast)};
}

std::array<quint8, 256> shownLevels(const ViewAdjustment &adjustment)
{
    std::array<quint8, 256> levels{};
    for (std::size_t level = 0; level < levels.size(); ++level) {
        const double shown = static_cast<double>(level) / 255 * adjustment.gain() + adjustment.shift();
        levels.at(level) = static_cast<quint8>(std::lround(std::clamp(shown, 0.0, 1.0) * 255));
    }
    return levels;
}

} // namespace Porchlight
