// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/shuttle.h"

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace {

double neighbour(double speed, int direction)
{
    const std::vector<double> &speeds = playSpeeds();
    const double size = speed == 0 ? 1 : std::abs(speed);
    const auto here = std::ranges::lower_bound(speeds, size) - speeds.begin();
    const auto last = static_cast<std::ptrdiff_t>(speeds.size()) - 1;
    const double chosen = speeds.at(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + direction, 0, last)));
    return speed < 0 ? -chosen : chosen;
}

} // namespace

const std::vector<double> &playSpeeds()
{
    static const std::vector<double> speeds{0.1, 0.25, 0.5, 1, 2, 4, 8, 16};
    return speeds;
}

double shuttledForward(double speed)
{
    return speed <= 0 ? 1 : std::min(playSpeeds().back(), speed * 2);
}

double shuttledBackward(double speed)
{
    return -shuttledForward(-speed);
}

double slower(double speed)
{
    return neighbour(speed, -1);
}

double faster(double speed)
{
    return neighbour(speed, 1);
}

} // namespace Porchlight
