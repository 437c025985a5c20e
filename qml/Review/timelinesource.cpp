// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinesource.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

TimelineSource::TimelineSource(QObject *parent)
    : QObject(parent)
{}

void TimelineSource::setTimeline(const ReviewTimeline &timeline)
{
    m_timeline = timeline;
    Q_EMIT timelineChanged();
}

void TimelineSource::setMarks(std::vector<Mark> marks)
{
    if (m_marks == marks) {
        return;
    }
    m_marks = std::move(marks);
    Q_EMIT marksChanged();
}

void TimelineSource::setMovement(std::vector<FrameSpan> spans)
{
    if (m_movement == spans) {
        return;
    }
    m_movement = std::move(spans);
    Q_EMIT marksChanged();
}

void TimelineSource::setPoints(const InOut &points)
{
    if (m_points == points) {
        return;
    }
    m_points = points;
    Q_EMIT marksChanged();
}

void TimelineSource::setPlayhead(std::optional<qint64> frame)
{
    if (m_playhead == frame) {
        return;
    }
    m_playhead = frame;
    Q_EMIT playheadChanged();
}

void TimelineSource::setNow(UtcTime lineTime)
{
    if (m_now == lineTime) {
        return;
    }
    m_now = lineTime;
    Q_EMIT playheadChanged();
}

void TimelineSource::setLanes(std::vector<Lane> lanes, std::size_t selected, std::size_t ruling)
{
    if (m_lanes == lanes && m_selected == selected && m_ruling == ruling) {
        return;
    }
    for (const Lane &lane : m_lanes) {
        lane.strip->disconnect(this);
    }
    m_lanes = std::move(lanes);
    m_selected = selected;
    m_ruling = ruling;
    for (const Lane &lane : m_lanes) {
        connect(lane.strip, &FilmStrip::pictureAdded, this, &TimelineSource::pictureAdded);
    }
    Q_EMIT lanesChanged();
    Q_EMIT timelineChanged();
}

int TimelineSource::soundLane() const
{
    if (m_selected < m_lanes.size() && m_lanes[m_selected].hasSound) {
        return static_cast<int>(m_selected);
    }
    const auto first = std::ranges::find_if(m_lanes, &Lane::hasSound);
    return first == m_lanes.end() ? -1 : static_cast<int>(first - m_lanes.begin());
}

} // namespace Porchlight
