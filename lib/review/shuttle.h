// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace Porchlight {

/// The speeds that can be chosen, slowest first.
[[nodiscard]] const std::vector<double> &playSpeeds();

/// The next speed of J, K, L: L goes forward faster each time it is pressed, J backward; the other key first brings
/// play to normal speed in its own direction. `speed` is 0 while standing.
[[nodiscard]] double shuttledForward(double speed);
[[nodiscard]] double shuttledBackward(double speed);

/// The next speed of the list, in the direction that play has; while standing, counted from normal speed.
[[nodiscard]] double slower(double speed);
[[nodiscard]] double faster(double speed);

} // namespace Porchlight
