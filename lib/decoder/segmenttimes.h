// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/libav.h"

#include <cstdint>
#include <map>

namespace Porchlight {

/// A recording within a stream, on the clip's own time.
struct SegmentStart
{
    double begin = 0;  ///< Seconds of the clip, when its first frame is shown.
    double origin = 0; ///< Seconds of the stream at the clip's zero, as this recording counts.
};

/// Where frames lie on the clip's own time, which counts from the first shown frame and never jumps: where recordings
/// were put one behind the other, each goes on where the one before it ended. How long they really lie apart, nothing
/// in the file says.
class SegmentTimes
{
public:
    explicit SegmentTimes(const AVStream &stream);

    struct Place
    {
        std::int32_t segment = 0; ///< Counted from 0 by those that have frames.
        std::int64_t microseconds = 0;
        std::int64_t seam = 0; ///< How far the stream's times jump to this frame; 0 where it begins no segment.
    };
    /// A frame's own time, or one that was made of its neighbours'.
    enum class Source { Stated, Estimated };
    /// Frames come in the order in which they are shown. `segment` is the packet's, `duration` in ticks.
    [[nodiscard]] Place next(std::int32_t segment, std::int64_t ticks, std::int64_t duration, Source source);

private:
    struct Segment
    {
        std::int32_t number = 0;
        std::int64_t firstTicks = 0;
        std::int64_t begin = 0;     ///< In microseconds of the clip.
        std::int64_t nextTicks = 0; ///< Where it goes on.
    };

    [[nodiscard]] std::int64_t microseconds(std::int64_t ticks) const;
    [[nodiscard]] std::int64_t jump(std::int64_t from, std::int64_t to) const;

    AVRational m_timeBase;
    int m_wrapBits;
    std::map<std::int32_t, Segment> m_segments; ///< By the packets' number.
    std::int64_t m_end = 0;                     ///< Of the frames so far, in microseconds of the clip.
};

} // namespace Porchlight
