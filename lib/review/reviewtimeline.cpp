// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/reviewtimeline.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

ReviewTimeline::ReviewTimeline(std::vector<TimelineClip> clips)
    : m_clips(std::move(clips))
{
    std::optional<UtcTime> earliest;
    for (const TimelineClip &clip : m_clips) {
        if (clip.statedStart) {
            const UtcTime start = clip.clock.toWallTime(*clip.statedStart);
            earliest = std::min(earliest.value_or(start), start);
        }
    }
    m_hasWallClock = earliest.has_value();
    for (const TimelineClip &clip : m_clips) {
        m_origins.push_back(clip.statedStart ? clip.clock.toWallTime(*clip.statedStart) : earliest.value_or(UtcTime()));
    }
    std::optional<TimeSpan> extent;
    for (std::size_t i = 0; i < m_clips.size(); ++i) {
        if (m_clips[i].frames.isEmpty()) {
            continue;
        }
        const TimeSpan own{.begin = lineTimeAt(i, m_clips[i].frames.begin()),
                           .end = lineTimeAt(i, m_clips[i].frames.end())};
        extent =
            extent ? TimeSpan{.begin = std::min(extent->begin, own.begin), .end = std::max(extent->end, own.end)} : own;
    }
    const UtcTime nowhere = earliest.value_or(UtcTime());
    m_extent = extent.value_or(TimeSpan{.begin = nowhere, .end = nowhere});
}

std::optional<UtcTime> ReviewTimeline::wallTime(std::size_t clip, qint64 frame) const
{
    if (!m_clips.at(clip).statedStart) {
        return std::nullopt;
    }
    return lineTime(clip, frame);
}

UtcTime ReviewTimeline::lineTime(std::size_t clip, qint64 frame) const
{
    return lineTimeAt(clip, m_clips.at(clip).frames.at(frame).start);
}

UtcTime ReviewTimeline::lineTimeAt(std::size_t clip, std::chrono::microseconds clipTime) const
{
    return m_origins.at(clip) + m_clips.at(clip).clock.toWallLength(clipTime);
}

std::chrono::microseconds ReviewTimeline::clipTimeAt(std::size_t clip, UtcTime lineTime) const
{
    return m_clips.at(clip).clock.toClipLength(lineTime - m_origins.at(clip));
}

UtcTime ReviewTimeline::lastStart() const
{
    UtcTime last = m_extent.begin;
    for (std::size_t i = 0; i < m_clips.size(); ++i) {
        if (const std::optional<qint64> frame = m_clips[i].frames.frameBefore(m_clips[i].frames.end())) {
            last = std::max(last, lineTime(i, *frame));
        }
    }
    return last;
}

ClipMoment ReviewTimeline::momentAt(std::size_t clip, UtcTime lineTime) const
{
    const FrameTimes &frames = m_clips.at(clip).frames;
    const std::chrono::microseconds time = clipTimeAt(clip, lineTime);
    const std::optional<qint64> frame = frames.frameAt(time);
    if (!frame) {
        return {};
    }
    if (time < frames.begin()) {
        return {.kind = ClipMoment::Kind::BeforeStart, .untilStart = lineTimeAt(clip, frames.begin()) - lineTime};
    }
    if (time >= frames.end()) {
        return {.kind = ClipMoment::Kind::Ended, .frame = *frame};
    }
    if (const std::optional<TimeHole> hole = frames.holeAt(time)) {
        return {.kind = ClipMoment::Kind::Hole, .frame = *frame, .holeLength = hole->length()};
    }
    return {.kind = ClipMoment::Kind::Picture, .frame = *frame};
}

} // namespace Porchlight
