// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewclock.h"

#include <algorithm>
#include <utility>

using std::chrono::microseconds;

namespace Porchlight {

ReviewClock::ReviewClock(QObject *parent)
    : QObject(parent)
{}

void ReviewClock::setTimeline(const ReviewTimeline &timeline)
{
    m_timeline = timeline;
    Q_EMIT timelineChanged();
}

WallContext ReviewClock::context() const
{
    if (!isPlaying()) {
        return {.startedAt = m_startedAt, .elapsed = {}, .speed = 1};
    }
    const std::optional<microseconds> heard = m_ear ? m_ear() : std::nullopt;
    return {.startedAt = m_startedAt,
            .elapsed = heard.value_or(microseconds(m_steady.nsecsElapsed() / 1000)),
            .speed = m_speed};
}

UtcTime ReviewClock::now() const
{
    if (!isPlaying()) {
        return m_startedAt;
    }
    const TimeSpan extent = m_timeline.extent();
    return std::clamp(context().lineTime(), extent.begin, extent.end);
}

bool ReviewClock::isAtEnd() const
{
    const UtcTime time = context().lineTime();
    return m_speed < 0 ? time <= m_timeline.extent().begin : time >= m_timeline.extent().end;
}

void ReviewClock::set(UtcTime lineTime)
{
    m_startedAt = lineTime;
    m_steady.start();
    Q_EMIT moved();
}

void ReviewClock::play(double speed, UtcTime from)
{
    m_ear = {};
    m_startedAt = from;
    m_speed = speed;
    m_steady.start();
    Q_EMIT speedChanged();
}

void ReviewClock::pause()
{
    if (!isPlaying()) {
        return;
    }
    m_startedAt = now();
    m_speed = 0;
    m_ear = {};
    Q_EMIT speedChanged();
}

void ReviewClock::listen(Ear ear)
{
    m_startedAt = now();
    m_ear = std::move(ear);
    m_steady.start();
}

void ReviewClock::anchor()
{
    m_startedAt = now();
    m_steady.start();
}

} // namespace Porchlight
