// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/reviewtimeline.h"

#include <QStringView>

#include <chrono>
#include <optional>

namespace Porchlight {

/// A moment whose true time is known: the clip shows it at `clipTime`.
struct KnownMoment
{
    std::chrono::microseconds clipTime{0}; ///< Middle of the frame.
    UtcTime wallTime;
    std::chrono::microseconds uncertainty{0}; ///< Half of the span that it lies in, by both clocks together.

    bool operator==(const KnownMoment &) const = default;
};

/// A correction in seconds as a person writes it: "+3.2", "-0,4", "3.2 ± 0.1", "+3.2 +- 0.1". Without an uncertainty it
/// is half of the last digit. None where it is no number, or more than a year.
[[nodiscard]] std::optional<ClockOffset> clockOffsetFromText(QStringView text);

/// The wall-clock time "21:14:07.533" (or with fewer digits, or with a date before it) nearest to `about`, by this
/// machine's time zone.
[[nodiscard]] std::optional<UtcTime> wallTimeFromText(QStringView text, UtcTime about);

/// From one known moment: an offset. `statedStart` is the clip's, by the camera's own clock.
[[nodiscard]] ClockOffset calibrated(UtcTime statedStart, const KnownMoment &moment);

/// From two: an offset and the drift between them. The uncertainty is the largest that it reaches within the clip. None
/// where the moments are less than a second apart, or where a clock would have to run more than 5 % wrong.
[[nodiscard]] std::optional<ClockOffset> calibrated(UtcTime statedStart, const KnownMoment &first,
                                                    const KnownMoment &second, const FrameTimes &frames);

/// The event in frame `frame` of `camera` is the one in frame `otherFrame` of `other`, whose clock is the better known.
/// None where the other clip has no place on the wall clock.
[[nodiscard]] std::optional<KnownMoment> matchedMoment(const ReviewTimeline &timeline, std::size_t camera, qint64 frame,
                                                       std::size_t other, qint64 otherFrame);

/// The middle of a frame, and half of the time it is shown for.
[[nodiscard]] KnownMoment momentOfFrame(const FrameTimes &frames, qint64 frame);

} // namespace Porchlight
