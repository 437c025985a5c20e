// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playhead.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

// A frame that stands this long is worth its digest.
constexpr auto DigestPause = 150ms;
// While the table is still being counted, play waits at its end and looks again.
constexpr auto TablePause = 50ms;

} // namespace

Playhead::Playhead(ReviewSession &session, ReviewClock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Playhead::tick);
    m_digestTimer.setSingleShot(true);
    m_digestTimer.setInterval(DigestPause);
    connect(&m_digestTimer, &QTimer::timeout, this, &Playhead::askDigest);
    connect(&m_session, &ReviewSession::stateChanged, this, &Playhead::onStateChanged);
    connect(&m_session, &ReviewSession::decoderRestarted, this, &Playhead::pump);
    connect(&m_clock, &ReviewClock::moved, this, [this] {
        if (!m_isMoving) {
            m_pinned.reset();
        }
        follow();
    });
    connect(&m_clock, &ReviewClock::speedChanged, this, &Playhead::onSpeedChanged);
    connect(&m_clock, &ReviewClock::timelineChanged, this, &Playhead::onTimelineChanged);
}

void Playhead::setLead(bool isLead)
{
    m_isLead = isLead;
    m_pinned.reset();
    m_playsWhenShown = 0;
    m_sound.stop();
    m_hasHeard = false;
    m_digestTimer.start();
}

std::optional<qint64> Playhead::shownNumber() const
{
    return m_shown.isNull() ? std::nullopt : std::optional(m_shown.number());
}

qint64 Playhead::frameCount() const
{
    return m_session.source() == nullptr ? 0 : m_session.source()->table().expectedSize();
}

bool Playhead::isOutdated() const
{
    const FrameSource *const source = m_session.source();
    if (source == nullptr || m_shown.isNull() || !m_shown.facts().isProvisional) {
        return false;
    }
    return source->table().isComplete() || m_shown.number() < source->table().size();
}

bool Playhead::hasGap() const
{
    return m_moment.kind != ClipMoment::Kind::Picture && m_moment.kind != ClipMoment::Kind::Empty;
}

const FrameTimes &Playhead::frames() const
{
    static const FrameTimes none;
    return m_camera < m_clock.timeline().clips().size() ? m_clock.timeline().clips()[m_camera].frames : none;
}

void Playhead::onStateChanged()
{
    if (m_isLead) {
        m_clock.pause();
    }
    m_timer.stop();
    m_digestTimer.stop();
    m_playsWhenShown = 0;
    m_pinned.reset();
    m_wanted.reset();
    m_requested.reset();
    m_held.reset();
    m_digest.reset();
    m_digestAnswer.cancel();
    m_moment = {};
    FrameSource *const source = m_session.source();
    if (!m_shown.isNull()) {
        m_shown = {};
        Q_EMIT shownChanged();
    }
    if (source != nullptr) {
        connect(source, &FrameSource::proxyReady, this, &Playhead::onProxyReady);
        connect(source, &FrameSource::frameReady, this, &Playhead::onFrameReady);
        connect(source, &FrameSource::frameFailed, this, &Playhead::onFrameFailed);
        connect(source, &FrameSource::framesAdded, this, &Playhead::pump);
        connect(source, &FrameSource::framesExpected, this, &Playhead::pump);
        connect(source, &FrameSource::tableCompleted, this, &Playhead::pump);
        if (m_isLead) {
            m_pinned = 0;
        }
        want(0);
        onTimelineChanged();
    }
}

// Standing: the newest wish.

ScrubContext Playhead::scrubContext() const
{
    // The first frame can be asked for before any has been counted.
    return {.frameCount = std::max<qint64>(1, frameCount()),
            .isCountFinal = m_session.isTableComplete(),
            // In fewer pixels, or under a number that was only expected, it is not yet what was asked for.
            .shown = m_shown.isProxy() || isOutdated() ? std::nullopt : shownNumber(),
            .requested = m_requested,
            .wanted = m_wanted,
            .direction = m_clock.speed() > 0 ? 1 : (m_clock.speed() < 0 ? -1 : 0)};
}

void Playhead::scrubTo(qint64 frame)
{
    m_playsWhenShown = 0;
    m_clock.pause();
    m_pinned = frame;
    stand();
    want(frame);
}

void Playhead::step(qint64 count)
{
    m_clock.pause();
    const std::optional<qint64> target =
        hasGap() ? planStepFromGap(frames(), m_moment, count) : planStep(scrubContext(), count);
    if (target) {
        scrubTo(*target);
    }
}

void Playhead::pin()
{
    if (m_moment.kind == ClipMoment::Kind::Picture) {
        m_pinned = m_moment.frame;
    }
}

/// Puts the clock where the pinned frame is, once that is known.
void Playhead::stand()
{
    if (!m_pinned || *m_pinned < 0 || frames().isEmpty()) {
        return;
    }
    m_isMoving = true;
    m_clock.set(m_clock.timeline().lineTime(m_camera, std::min(*m_pinned, frames().count() - 1)));
    m_isMoving = false;
}

void Playhead::follow()
{
    if (m_clock.isPlaying() || frames().isEmpty()) {
        return;
    }
    if (m_pinned) {
        return setMoment({.kind = ClipMoment::Kind::Picture, .frame = *m_pinned});
    }
    setMoment(m_clock.timeline().momentAt(m_camera, m_clock.now()));
    if (m_moment.kind == ClipMoment::Kind::Picture) {
        want(m_moment.frame);
    } else {
        m_wanted.reset();
    }
}

void Playhead::setMoment(const ClipMoment &moment)
{
    // While frames are still being counted, nobody knows where the clip ends.
    const bool isEndKnown = moment.kind != ClipMoment::Kind::Ended || m_session.isTableComplete();
    const ClipMoment known = isEndKnown ? moment : ClipMoment{};
    if (known == m_moment) {
        return;
    }
    m_moment = known;
    Q_EMIT momentChanged();
}

void Playhead::onTimelineChanged()
{
    if (m_clock.isPlaying()) {
        if (!m_timer.isActive()) {
            tick();
        }
    } else if (m_pinned) {
        stand();
    } else {
        follow();
    }
}

void Playhead::want(qint64 frame)
{
    m_wanted = frame;
    pump();
}

void Playhead::pump()
{
    FrameSource *const source = m_session.source();
    if (source == nullptr || m_clock.isPlaying()) {
        return;
    }
    if (!m_wanted && isOutdated()) {
        m_wanted = m_shown.number();
    }
    const ScrubPlan plan = planScrub(scrubContext());
    if (plan.request) {
        m_requested = plan.request;
        source->requestFrame(*plan.request);
    } else if (!m_requested && !plan.keepsWish) {
        m_wanted.reset();
    }
}

/// The frame that was asked for, until all of its pixels are there. Play does not wait for them.
void Playhead::onProxyReady(const DecodedFrame &frame)
{
    const bool isThere = shownNumber() == frame.number() && !m_shown.isProxy();
    if (!m_clock.isPlaying() && m_playsWhenShown == 0 && m_requested == frame.number() && !isThere) {
        show(frame);
    }
}

void Playhead::onFrameReady(const DecodedFrame &frame)
{
    m_requested.reset();
    if (m_clock.isPlaying() && !frames().isEmpty()) {
        if (!isDue(frame, planCamera(m_clock.timeline(), m_camera, m_clock.context()))) {
            m_held = frame;
            return;
        }
        show(frame);
        return tick();
    }
    if (m_playsWhenShown != 0 && frame.number() == m_moment.frame) {
        show(frame);
        return play(std::exchange(m_playsWhenShown, 0));
    }
    // Without a wish it was asked for by play, which has stopped meanwhile: the picture stays where it stopped.
    if (m_wanted || m_shown.isNull()) {
        show(frame);
    }
    pump();
}

void Playhead::onFrameFailed(qint64 number, const Failure<MediaError> &failure)
{
    m_requested.reset();
    if (failure.code == MediaError::DecoderEnded) {
        // Asked again when the decoder is back.
        m_wanted = m_wanted.value_or(number);
        return;
    }
    m_wanted.reset();
    m_clock.pause();
    Q_EMIT failed(failure);
}

void Playhead::show(const DecodedFrame &frame)
{
    m_shown = frame;
    m_digest = frame.facts().digest;
    m_digestAnswer.cancel();
    m_digestTimer.start();
    Q_EMIT shownChanged();
}

void Playhead::askDigest()
{
    FrameSource *const source = m_session.source();
    const std::optional<qint64> number = shownNumber();
    if (source == nullptr || !number || !m_isLead || m_clock.isPlaying() || m_digest || m_shown.facts().isProvisional) {
        return;
    }
    using Answer = Result<DecodedFrame, Failure<MediaError>>;
    MediaFuture<DecodedFrame> asked = source->frame(*number, true);
    m_digestAnswer = asked;
    asked.then(this, [this, number](const Answer &answer) {
        // Without an answer the read-out stays empty; the picture is not touched.
        if (answer && shownNumber() == number) {
            m_digest = answer->facts().digest;
            Q_EMIT digestChanged();
        }
    });
}

// Play: by the time stamps, on the one clock.

void Playhead::play(double speed)
{
    if (m_session.source() == nullptr || m_shown.isNull() || frames().isEmpty()) {
        return;
    }
    const ReviewTimeline &timeline = m_clock.timeline();
    const UtcTime last = timeline.lastStart();
    UtcTime from = m_clock.now();
    if (speed < 0 && m_pinned && !m_clock.isPlaying()) {
        // The whole of the frame that is on the screen is still to come.
        from = from + frames().shownFor(std::min(*m_pinned, frames().count() - 1)) - 1us;
    }
    if (speed > 0 && m_session.isTableComplete() && !m_clock.isPlaying() && from >= last) {
        // Play at the end starts again from the beginning.
        m_pinned.reset();
        m_clock.set(timeline.extent().begin);
        if (m_requested || m_wanted) {
            m_playsWhenShown = speed;
            return;
        }
        from = timeline.extent().begin;
    }
    m_pinned.reset();
    m_clock.play(speed, from);
}

void Playhead::onSpeedChanged()
{
    m_sound.stop();
    m_hasHeard = false;
    m_wanted.reset();
    if (m_clock.isPlaying()) {
        return tick();
    }
    m_timer.stop();
    m_held.reset();
    m_digestTimer.start();
    if (m_isLead && m_moment.kind == ClipMoment::Kind::Picture && !m_shown.isNull()) {
        m_pinned = m_shown.number();
        stand();
        return pump();
    }
    follow();
}

bool Playhead::isDue(const DecodedFrame &frame, const CameraPlan &plan) const
{
    if (plan.moment.kind == ClipMoment::Kind::BeforeStart) {
        return false;
    }
    return m_clock.speed() < 0 ? plan.moment.frame <= frame.number() : plan.moment.frame >= frame.number();
}

void Playhead::tick()
{
    if (!m_clock.isPlaying() || m_session.source() == nullptr || frames().isEmpty()) {
        return;
    }
    const CameraPlan plan = planCamera(m_clock.timeline(), m_camera, m_clock.context());
    if (m_held && isDue(*m_held, plan)) {
        show(*std::exchange(m_held, std::nullopt));
    }
    if (m_isLead && plan.isAtEnd) {
        return endPlay();
    }
    setMoment(plan.moment);
    if (m_isLead) {
        hear();
    }
    askAhead(plan);
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(plan.untilChange));
}

void Playhead::endPlay()
{
    if (m_clock.speed() > 0 && !m_session.isTableComplete()) {
        m_clock.anchor();
        return m_timer.start(TablePause);
    }
    const bool isForward = m_clock.speed() > 0;
    m_clock.pause();
    m_pinned.reset();
    // The last picture of the line stays.
    m_clock.set(isForward ? m_clock.timeline().lastStart() : m_clock.timeline().extent().begin);
    pin();
}

/// Sound of the camera that leads, from where it has a picture.
void Playhead::hear()
{
    if (m_sound.isOver()) {
        m_clock.listen({});
        m_sound.stop();
    }
    const bool isWanted = m_clock.speed() == 1 && m_session.hasSound() && !m_isMuted;
    if (m_hasHeard || !isWanted || m_moment.kind != ClipMoment::Kind::Picture) {
        return;
    }
    m_hasHeard = true;
    if (m_sound.start(*m_session.source(), m_clock.timeline().clipTimeAt(m_camera, m_clock.now()))) {
        m_clock.listen([this] { return m_sound.heard(); });
        m_session.recordSoundPlayed();
    }
}

void Playhead::askAhead(const CameraPlan &plan)
{
    if (m_requested || m_held) {
        return;
    }
    const bool isLate = plan.moment.kind == ClipMoment::Kind::Picture && plan.moment.frame != shownNumber();
    const std::optional<qint64> next = isLate ? plan.moment.frame : plan.next;
    if (next && next != shownNumber()) {
        m_requested = next;
        m_session.source()->requestFrame(*next);
    }
}

void Playhead::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    m_sound.setVolume(m_volume);
    Q_EMIT soundChanged();
}

void Playhead::setMuted(bool isMuted)
{
    if (m_isMuted == isMuted) {
        return;
    }
    m_isMuted = isMuted;
    Q_EMIT soundChanged();
    if (m_clock.speed() == 1) {
        play(1);
    }
}

} // namespace Porchlight
