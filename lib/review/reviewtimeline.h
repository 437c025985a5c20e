// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"
#include "core/utctime.h"
#include "review/clockoffset.h"
#include "review/frametimes.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace Porchlight {

/// One clip of the timeline: its frames, and when its first frame was taken by the camera's own clock.
struct TimelineClip
{
    ClipId id;
    QString name;
    std::optional<UtcTime> statedStart; ///< None where nobody said when the recording begins.
    ClockOffset clock;
    FrameTimes frames;
};

/// What a clip has to show at one moment of the wall clock. Never a stale picture: outside the clip and inside a hole
/// the reason stands in place of it.
struct ClipMoment
{
    enum class Kind { Empty, BeforeStart, Picture, Hole, Ended };

    Kind kind = Kind::Empty;
    qint64 frame = -1;                       ///< The frame on screen (Picture), or the last one before (Hole, Ended).
    std::chrono::microseconds holeLength{0}; ///< Hole only.
    std::chrono::microseconds untilStart{0}; ///< BeforeStart only, by the wall clock.

    bool operator==(const ClipMoment &) const = default;
};

/// Clips laid out on one wall clock. Clip time is what the frame table says; wall time is the camera's start, its
/// clock's correction, and clip time, corrected for drift, on top. A clip whose start nobody knows is laid where the
/// earliest known clip begins (or at zero) and has no wall time.
class ReviewTimeline
{
public:
    ReviewTimeline() = default;
    explicit ReviewTimeline(std::vector<TimelineClip> clips);

    [[nodiscard]] const std::vector<TimelineClip> &clips() const { return m_clips; }
    [[nodiscard]] bool isEmpty() const { return m_clips.empty(); }
    /// True where at least one clip has a place on the wall clock.
    [[nodiscard]] bool hasWallClock() const { return m_hasWallClock; }

    /// Where the clip's clip time zero lies on the line.
    [[nodiscard]] UtcTime originOf(std::size_t clip) const { return m_origins.at(clip); }
    /// From the first frame of any clip to the end of the last one.
    [[nodiscard]] TimeSpan extent() const { return m_extent; }
    /// When the last picture of any clip comes up.
    [[nodiscard]] UtcTime lastStart() const;

    [[nodiscard]] std::optional<UtcTime> wallTime(std::size_t clip, qint64 frame) const;
    [[nodiscard]] UtcTime lineTime(std::size_t clip, qint64 frame) const;
    [[nodiscard]] UtcTime lineTimeAt(std::size_t clip, std::chrono::microseconds clipTime) const;
    [[nodiscard]] std::chrono::microseconds clipTimeAt(std::size_t clip, UtcTime lineTime) const;
    [[nodiscard]] ClipMoment momentAt(std::size_t clip, UtcTime lineTime) const;

private:
    std::vector<TimelineClip> m_clips;
    std::vector<UtcTime> m_origins;
    TimeSpan m_extent;
    bool m_hasWallClock = false;
};

} // namespace Porchlight
