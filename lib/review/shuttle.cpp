// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/shuttle.h"

#include <algorithm>

namespace Porchlight {

namespace {

constexpr double FastestSpeed = 4;

} // namespace

const std::vector<double> &playSpeeds()
{
    static const std::vector<double> speeds{0.25, 0.5, 1, 2, 4};
    return speeds;
}

double shuttledForward(double speed)
{
    return speed <= 0 ? 1 : std::min(FastestSpeed, speed * 2);
}

double shuttledBackward(double speed)
{
    return -shuttledForward(-speed);
}

} // namespace Porchlight
