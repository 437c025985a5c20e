// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/frametimes.h"

#include <chrono>

namespace Porchlight {

/// Play at one moment of its clock. The clock is the sound card where sound plays, else a steady clock; it was at zero
/// when the clip was at `startedAt`.
struct PlayContext
{
    std::chrono::microseconds startedAt{0}; ///< Clip time when play began, or when its speed last changed.
    std::chrono::microseconds elapsed{0};   ///< By the clock since then.
    double speed = 1;                       ///< Negative plays backwards.
};

struct PlayPlan
{
    qint64 frame = 0; ///< The frame that should be on the screen.
    std::chrono::microseconds clipTime{0};
    std::chrono::microseconds untilChange{0}; ///< By the clock: when to look again.
    bool isAtEnd = false;                     ///< Play is over.

    bool operator==(const PlayPlan &) const = default;
};

/// Which frame is due: the time stamps decide, so a hole in time is waited through and a variable rate plays as it was
/// recorded. `frames` must not be empty and `speed` not zero.
[[nodiscard]] PlayPlan planPlay(const FrameTimes &frames, const PlayContext &context);

} // namespace Porchlight
