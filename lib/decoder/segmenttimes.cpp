// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/segmenttimes.h"

#include "mediaprotocol/messages.h"

#include <algorithm>
#include <cstdlib>

extern "C" {
#include <libavutil/mathematics.h>
}

namespace Porchlight {

namespace {

/// What the program would take for a lie, many broken recordings behind each other may well add up to.
std::int64_t bounded(std::int64_t microseconds)
{
    constexpr auto Most = static_cast<std::int64_t>(2 * Wire::MaximumSeconds * 1e6);
    return std::clamp(microseconds, -Most, Most);
}

} // namespace

SegmentTimes::SegmentTimes(const AVStream &stream)
    : m_timeBase(stream.time_base)
    , m_wrapBits(stream.pts_wrap_bits)
{}

SegmentTimes::Place SegmentTimes::next(std::int32_t segment, std::int64_t ticks, std::int64_t duration, Source source)
{
    const auto number = static_cast<std::int32_t>(m_segments.size());
    const std::int64_t goneOn = m_segments.empty() ? ticks : m_segments.rbegin()->second.nextTicks;
    const Segment fresh{.number = number, .firstTicks = ticks, .begin = m_end, .nextTicks = ticks};
    const auto [found, isNew] = m_segments.try_emplace(segment, fresh);
    Segment &own = found->second;
    Place place{.segment = own.number};
    if (isNew && number > 0) {
        place.seam = microseconds(jump(goneOn, ticks));
    }
    // An estimate near a seam may have been made of times on its other side.
    const bool isAstray = source == Source::Estimated && std::abs(microseconds(ticks - own.nextTicks)) > AV_TIME_BASE;
    const std::int64_t believed = isAstray ? own.nextTicks : ticks;
    place.microseconds = bounded(own.begin + microseconds(believed - own.firstTicks));
    m_end = bounded(std::max(m_end, place.microseconds + microseconds(duration)));
    own.nextTicks = believed + duration;
    return place;
}

std::int64_t SegmentTimes::microseconds(std::int64_t ticks) const
{
    return bounded(av_rescale_q(ticks, m_timeBase, AV_TIME_BASE_Q));
}

/// What seems a long way forwards was a jump back, if the container's counter has gone round on it.
std::int64_t SegmentTimes::jump(std::int64_t from, std::int64_t to) const
{
    const std::int64_t ticks = to - from;
    const bool isRound = m_wrapBits > 1 && m_wrapBits < 63 && ticks > (std::int64_t{1} << (m_wrapBits - 1));
    return isRound ? ticks - (std::int64_t{1} << m_wrapBits) : ticks;
}

} // namespace Porchlight
