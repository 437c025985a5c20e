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

Playhead::Playhead(ReviewSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Playhead::tick);
    m_digestTimer.setSingleShot(true);
    m_digestTimer.setInterval(DigestPause);
    connect(&m_digestTimer, &QTimer::timeout, this, &Playhead::askDigest);
    connect(&m_session, &ReviewSession::stateChanged, this, &Playhead::onStateChanged);
    connect(&m_session, &ReviewSession::decoderRestarted, this, &Playhead::pump);
}

std::optional<qint64> Playhead::shownNumber() const
{
    return m_shown.isNull() ? std::nullopt : std::optional(m_shown.number());
}

qint64 Playhead::frameCount() const
{
    return m_session.source() == nullptr ? 0 : m_session.source()->table().size();
}

const FrameTimes &Playhead::frames() const
{
    static const FrameTimes none;
    return m_session.timeline().isEmpty() ? none : m_session.timeline().clips().front().frames;
}

void Playhead::onStateChanged()
{
    pause();
    m_digestTimer.stop();
    m_playsWhenShown = 0;
    m_wanted.reset();
    m_requested.reset();
    m_held.reset();
    m_digest.reset();
    m_digestAnswer.cancel();
    FrameSource *const source = m_session.source();
    if (!m_shown.isNull()) {
        m_shown = {};
        Q_EMIT shownChanged();
    }
    if (source != nullptr) {
        connect(source, &FrameSource::frameReady, this, &Playhead::onFrameReady);
        connect(source, &FrameSource::frameFailed, this, &Playhead::onFrameFailed);
        connect(source, &FrameSource::framesAdded, this, &Playhead::pump);
        connect(source, &FrameSource::tableCompleted, this, &Playhead::pump);
        want(0);
    }
}

// Standing: the newest wish.

ScrubContext Playhead::scrubContext() const
{
    // The first frame can be asked for before any has been counted.
    return {.frameCount = std::max<qint64>(1, frameCount()),
            .isCountFinal = m_session.isTableComplete(),
            .shown = shownNumber(),
            .requested = m_requested,
            .wanted = m_wanted,
            .direction = m_speed > 0 ? 1 : (m_speed < 0 ? -1 : 0)};
}

void Playhead::scrubTo(qint64 frame)
{
    m_playsWhenShown = 0;
    pause();
    want(frame);
}

void Playhead::step(qint64 count)
{
    m_playsWhenShown = 0;
    pause();
    if (const std::optional<qint64> target = planStep(scrubContext(), count)) {
        want(*target);
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
    if (source == nullptr || isPlaying()) {
        return;
    }
    const ScrubPlan plan = planScrub(scrubContext());
    if (plan.request) {
        m_requested = plan.request;
        source->requestFrame(*plan.request);
    } else if (!m_requested && !plan.keepsWish) {
        m_wanted.reset();
    }
}

void Playhead::onFrameReady(const DecodedFrame &frame)
{
    m_requested.reset();
    if (isPlaying() && !frames().isEmpty()) {
        if (!isDue(frame, planPlay(frames(), playContext()))) {
            m_held = frame;
            return;
        }
        show(frame);
        tick();
        return;
    }
    if (m_playsWhenShown != 0 && frame.number() == 0) {
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
    pause();
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
    if (source == nullptr || !number || isPlaying() || m_digest) {
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

// Play: by the time stamps, on the clock of the sound card or a steady one.

void Playhead::play(double speed)
{
    if (m_session.source() == nullptr || m_shown.isNull() || frames().isEmpty()) {
        return;
    }
    m_sound.stop();
    m_wanted.reset();
    const bool isAtEnd = m_session.isTableComplete() && m_shown.number() + 1 >= frameCount();
    m_speed = speed;
    anchor();
    if (isAtEnd && speed > 0) {
        // Play at the end starts again from the first frame.
        m_speed = 0;
        m_wanted = 0;
        m_playsWhenShown = speed;
        return pump();
    }
    if (speed == 1 && m_session.hasSound() && !m_isMuted && m_sound.start(*m_session.source(), m_startedAt)) {
        m_session.recordSoundPlayed();
    }
    Q_EMIT speedChanged();
    tick();
}

void Playhead::anchor()
{
    m_startedAt = frames().at(std::min(m_shown.number(), frames().count() - 1)).start;
    if (m_speed < 0) {
        m_startedAt += frames().shownFor(std::min(m_shown.number(), frames().count() - 1)) - 1us;
    }
    m_clock.start();
}

void Playhead::pause()
{
    if (!isPlaying()) {
        return;
    }
    m_speed = 0;
    m_timer.stop();
    m_sound.stop();
    m_held.reset();
    m_wanted.reset();
    m_digestTimer.start();
    Q_EMIT speedChanged();
}

PlayContext Playhead::playContext() const
{
    const microseconds elapsed = m_sound.heard().value_or(microseconds(m_clock.nsecsElapsed() / 1000));
    return {.startedAt = m_startedAt, .elapsed = elapsed, .speed = m_speed};
}

bool Playhead::isDue(const DecodedFrame &frame, const PlayPlan &plan) const
{
    return m_speed < 0 ? plan.frame <= frame.number() : plan.frame >= frame.number();
}

void Playhead::tick()
{
    if (!isPlaying() || frames().isEmpty()) {
        return;
    }
    const PlayContext now = playContext();
    const PlayPlan plan = planPlay(frames(), now);
    if (m_sound.isOver()) {
        m_sound.stop();
        m_startedAt = plan.clipTime;
        m_clock.start();
    }
    if (m_held && isDue(*m_held, plan)) {
        show(*std::exchange(m_held, std::nullopt));
    }
    if (plan.isAtEnd && shownNumber() == plan.frame) {
        if (m_speed < 0 || m_session.isTableComplete()) {
            return pause();
        }
        anchor();
        return m_timer.start(TablePause);
    }
    askAhead(now, plan);
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(plan.untilChange));
}

void Playhead::askAhead(const PlayContext &now, const PlayPlan &plan)
{
    if (m_requested || m_held) {
        return;
    }
    qint64 next = plan.frame;
    if (next == shownNumber()) {
        PlayContext then = now;
        then.elapsed += plan.untilChange;
        next = planPlay(frames(), then).frame;
    }
    const qint64 distance = next - shownNumber().value_or(next);
    if (m_speed > 0 ? distance > 0 : distance < 0) {
        m_requested = next;
        m_session.source()->requestFrame(next);
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
    if (m_speed == 1) {
        play(1);
    }
}

} // namespace Porchlight
