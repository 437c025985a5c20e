// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ReviewViewModel that sets the clocks of cameras: by hand, by entry, by one or two known times, by an
// event that two cameras show.

#include "reviewviewmodel.h"

#include "workflow/sentences.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

void ReviewViewModel::nudgeClock(int frames)
{
    if (session().timeline().isEmpty()) {
        return;
    }
    playhead().pin();
    session().nudgeClock(frames * session().timeline().clips().front().frames.usualStep());
}

void ReviewViewModel::enterOffset(const QString &text)
{
    const std::optional<ClockOffset> offset = clockOffsetFromText(text);
    if (!offset || !session().clip()) {
        return Q_EMIT noticeRaised(sentenceFor(Failure{ReviewError::ClockNotGiven, text}), true);
    }
    playhead().pin();
    session().setClock(session().clip()->statedStart, *offset, ClockSource::Entry);
}

std::optional<ReviewViewModel::TimedPoint> ReviewViewModel::timedPoint(const QString &text) const
{
    const std::optional<qint64> frame = frameOnScreen();
    const ReviewTimeline &timeline = session().timeline();
    if (!frame || timeline.isEmpty() || *frame >= timeline.clips().front().frames.count()) {
        return std::nullopt;
    }
    const UtcTime about = timeline.hasWallClock() ? timeline.lineTime(0, *frame) : session().clip()->receivedAt;
    const std::optional<UtcTime> time = wallTimeFromText(text, about);
    if (!time) {
        return std::nullopt;
    }
    TimedPoint point{.clip = session().clipId(), .moment = momentOfFrame(timeline.clips().front().frames, *frame)};
    point.moment.wallTime = *time;
    return point;
}

void ReviewViewModel::enterKnownTime(const QString &text)
{
    const std::optional<TimedPoint> point = timedPoint(text);
    if (!point) {
        return Q_EMIT noticeRaised(sentenceFor(Failure{ReviewError::ClockNotGiven, text}), true);
    }
    const bool isSecond = m_known && m_known->clip == point->clip;
    const KnownMoment &first = isSecond ? m_known->moment : point->moment;
    const UtcTime start = session().clip()->statedStart.value_or(first.wallTime - first.clipTime);
    const FrameTimes &frames = session().timeline().clips().front().frames;
    const std::optional<ClockOffset> clock =
        isSecond ? calibrated(start, first, point->moment, frames) : std::optional(calibrated(start, first));
    if (!clock) {
        return Q_EMIT noticeRaised(sentenceFor(Failure{ReviewError::ClockNotGiven, text}), true);
    }
    m_known = isSecond ? std::nullopt : point;
    playhead().pin();
    session().setClock(start, *clock, isSecond ? ClockSource::TwoPoints : ClockSource::Entry);
    Q_EMIT matchChanged();
}

void ReviewViewModel::matchEvent()
{
    const std::optional<qint64> frame = frameToUse();
    if (!frame) {
        return;
    }
    const std::optional<std::size_t> other = m_match ? m_wall.cameraOf(m_match->clip) : std::nullopt;
    if (other && *other != m_selected) {
        playhead().pin();
        if (m_wall.matchClock(m_selected, *frame, *other, m_match->frame)) {
            const QString laid = tr("Camera %1 was laid beside camera %2 by this event: %3.");
            Q_EMIT noticeRaised(laid.arg(m_selected + 1).arg(*other + 1).arg(clockText()), false);
        }
        m_match.reset();
    } else {
        m_match = MatchPoint{.clip = session().clipId(), .frame = *frame};
        Q_EMIT noticeRaised(tr("The event is in %1. Choose another camera, find it there, and match.").arg(matchText()),
                            false);
    }
    Q_EMIT matchChanged();
}

void ReviewViewModel::forgetMoments()
{
    m_match.reset();
    m_known.reset();
    Q_EMIT matchChanged();
}

QString ReviewViewModel::matchText() const
{
    const std::optional<std::size_t> camera = m_match ? m_wall.cameraOf(m_match->clip) : std::nullopt;
    return camera ? tr("frame %1 of camera %2").arg(groupedFigure(m_match->frame)).arg(*camera + 1) : QString();
}

QString ReviewViewModel::knownMomentText() const
{
    return m_known && m_known->clip == session().clipId() ? wallClockText(m_known->moment.wallTime) : QString();
}

} // namespace Porchlight
