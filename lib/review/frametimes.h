// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/utctime.h"

#include <QtTypes>

#include <chrono>
#include <optional>
#include <vector>

namespace Porchlight {

/// When one frame is on the screen, counted from the clip's first shown frame by the stream's own time stamps.
struct FrameTime
{
    std::chrono::microseconds start{0};
    std::chrono::microseconds duration{0}; ///< As the stream says; zero where it does not say.
    bool isEstimated = false;              ///< The stream has no time stamp for this frame.
    bool isKey = false;
    bool isCorrupt = false;            ///< Parts of the picture are made up.
    bool isProvisional = false;        ///< Not seen yet: number and time may turn out to be another's.
    int segment = 0;                   ///< Which of the recordings that were put one behind the other, from 0.
    std::chrono::microseconds seam{0}; ///< How far the stream's times jump to it; zero: no recording begins here.

    bool operator==(const FrameTime &) const = default;
};

/// A stretch of a clip without a picture: the camera paused between two frames.
struct TimeHole
{
    qint64 frameBefore = 0;
    std::chrono::microseconds begin{0};
    std::chrono::microseconds end{0};

    [[nodiscard]] std::chrono::microseconds length() const { return end - begin; }
    bool operator==(const TimeHole &) const = default;
};

/// A place where another recording was put behind the one before. The line goes on there as if no time had passed; how
/// much did, nothing in the clip says.
struct TimeSeam
{
    qint64 frame = 0; ///< The first one behind it.
    std::chrono::microseconds at{0};
    std::chrono::microseconds jump{0}; ///< Of the stream's own times.

    bool operator==(const TimeSeam &) const = default;
};

/// The frames of one clip in the order they are shown, and the lookup from time to frame. Frames are known by their
/// number; a time is only ever looked up in this table, so a variable frame rate is nothing special. Time stamps that
/// run backwards keep their frames reachable: the lookup goes by sorted time, stepping by number.
class FrameTimes
{
public:
    FrameTimes() = default;
    explicit FrameTimes(std::vector<FrameTime> frames);

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_frames.size()); }
    [[nodiscard]] bool isEmpty() const { return m_frames.empty(); }
    /// `frame` must be one of the clip's.
    [[nodiscard]] const FrameTime &at(qint64 frame) const { return m_frames.at(static_cast<std::size_t>(frame)); }
    [[nodiscard]] const std::vector<FrameTime> &frames() const { return m_frames; }

    /// The frame on screen at that time: the last one that starts at or before it. The first frame before the clip
    /// begins, the last one after it has ended; none only in an empty table.
    [[nodiscard]] std::optional<qint64> frameAt(std::chrono::microseconds time) const;

    /// The frame whose start is nearest; between two equally near ones the earlier.
    [[nodiscard]] std::optional<qint64> nearestFrame(std::chrono::microseconds time) const;

    /// The first frame that starts after that time, and the last one that starts before it.
    [[nodiscard]] std::optional<qint64> frameAfter(std::chrono::microseconds time) const;
    [[nodiscard]] std::optional<qint64> frameBefore(std::chrono::microseconds time) const;

    [[nodiscard]] std::chrono::microseconds begin() const { return m_begin; }
    /// The moment the last frame leaves the screen.
    [[nodiscard]] std::chrono::microseconds end() const { return m_end; }
    /// The time until the next frame starts; for the last one its own duration.
    [[nodiscard]] std::chrono::microseconds shownFor(qint64 frame) const;
    /// The usual distance between frames (the median); zero with fewer than two frames.
    [[nodiscard]] std::chrono::microseconds usualStep() const { return m_usualStep; }
    /// True where distances between frames differ by more than a tick of a coarse time base explains.
    [[nodiscard]] bool isVariable() const { return m_isVariable; }

    [[nodiscard]] const std::vector<TimeHole> &holes() const { return m_holes; }
    /// The hole that this time lies in.
    [[nodiscard]] std::optional<TimeHole> holeAt(std::chrono::microseconds time) const;

    /// The hole that follows this frame.
    [[nodiscard]] std::optional<TimeHole> holeAfter(qint64 frame) const;

    /// In the order of the clip.
    [[nodiscard]] const std::vector<TimeSeam> &seams() const { return m_seams; }
    /// How many recordings the clip holds; 0 for an empty table.
    [[nodiscard]] int segmentCount() const;

    /// Frames whose start lies in [from, to), in order of time, for drawing them.
    [[nodiscard]] std::vector<qint64> framesBetween(std::chrono::microseconds from, std::chrono::microseconds to) const;

    /// The last key frame at or before this one; none where there is no such key frame.
    [[nodiscard]] std::optional<qint64> keyBefore(qint64 frame) const;

private:
    [[nodiscard]] std::chrono::microseconds startOf(qint64 frame) const { return at(frame).start; }
    void measure();

    std::vector<FrameTime> m_frames;
    std::vector<qint64> m_byTime;
    std::vector<TimeHole> m_holes;
    std::vector<TimeSeam> m_seams;
    std::chrono::microseconds m_begin{0};
    std::chrono::microseconds m_end{0};
    std::chrono::microseconds m_usualStep{0};
    bool m_isVariable = false;
};

} // namespace Porchlight
