// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/reviewtimeline.h"

#include <chrono>
#include <optional>

namespace Porchlight {

/// Play of all cameras at one moment of their one clock: the sound card where sound plays, else a steady clock. The
/// clock was at zero when the line was at `startedAt`.
struct WallContext
{
    UtcTime startedAt;                    ///< On the line, when play began or when its speed last changed.
    std::chrono::microseconds elapsed{0}; ///< By the clock since then.
    double speed = 1;                     ///< Negative plays backwards.

    [[nodiscard]] UtcTime lineTime() const;
};

/// What one camera has to do now.
struct CameraPlan
{
    UtcTime lineTime;                         ///< Within the line.
    ClipMoment moment;                        ///< What should be on the screen.
    std::optional<qint64> next;               ///< The frame that comes after it, to have decoded in time.
    std::chrono::microseconds untilChange{0}; ///< By the clock: when to look again.
    bool isAtEnd = false;                     ///< The line has nothing more, for any camera.

    bool operator==(const CameraPlan &) const = default;
};

/// Which frame of one camera is due. The time stamps decide, so that a hole is waited through, and every camera is
/// asked the same clock, so that none runs away from another. `speed` must not be zero.
[[nodiscard]] CameraPlan planCamera(const ReviewTimeline &timeline, std::size_t camera, const WallContext &context);

/// A frame of some camera.
struct CameraStep
{
    std::size_t camera = 0;
    qint64 frame = 0;
    UtcTime lineTime;

    bool operator==(const CameraStep &) const = default;
};

/// The frame of any camera that starts next after (`direction` 1) or last before (-1) this time; none at the ends.
[[nodiscard]] std::optional<CameraStep> planStepOfAny(const ReviewTimeline &timeline, UtcTime from, int direction);

/// The frame that a step leads to from a moment without a picture: counted from the place between two frames, before
/// the first or behind the last. None where no frame lies that way.
[[nodiscard]] std::optional<qint64> planStepFromGap(const FrameTimes &frames, const ClipMoment &moment, qint64 count);

} // namespace Porchlight
