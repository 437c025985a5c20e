// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clipsound.h"
#include "media/decodedframe.h"
#include "review/scrubplan.h"
#include "review/wallplan.h"
#include "reviewclock.h"
#include "workflow/reviewsession.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Porchlight {

/// The picture on the screen of one camera and how it gets there: scrubbing, stepping, play. What to ask for is decided
/// by planScrub() and planCamera(); this only carries it out. Number and picture change together or not at all. One
/// camera leads: its frames are stepped and scrubbed to, its sound is heard; the others follow by the one clock.
class Playhead final : public QObject
{
    Q_OBJECT

public:
    Playhead(ReviewSession &session, ReviewClock &clock, QObject *parent = nullptr);

    /// Which of the clock's clips this is.
    void setCamera(std::size_t camera) { m_camera = camera; }
    void setLead(bool isLead);

    [[nodiscard]] const DecodedFrame &shown() const { return m_shown; }
    [[nodiscard]] std::optional<qint64> shownNumber() const;
    /// What belongs on the screen now; a picture only where its kind is Picture.
    [[nodiscard]] const ClipMoment &moment() const { return m_moment; }
    [[nodiscard]] bool hasGap() const;
    /// SHA-256 of the frame on the screen, soon after it stands still; none before.
    [[nodiscard]] const std::optional<Digest> &digest() const { return m_digest; }
    [[nodiscard]] qint64 frameCount() const;
    [[nodiscard]] double volume() const { return m_volume; }
    [[nodiscard]] bool isMuted() const { return m_isMuted; }

    // Of the camera that leads.
    void scrubTo(qint64 frame);
    void step(qint64 count);
    void play(double speed);
    /// The clip keeps its frame when its clock is moved.
    void pin();
    void setVolume(double volume);
    void setMuted(bool isMuted);

Q_SIGNALS:
    void shownChanged();
    void momentChanged();
    void digestChanged();
    void soundChanged();
    void failed(const Porchlight::Failure<Porchlight::MediaError> &failure);

private:
    void onStateChanged();
    void onSpeedChanged();
    void onTimelineChanged();
    void onProxyReady(const DecodedFrame &frame);
    void onFrameReady(const DecodedFrame &frame);
    void onFrameFailed(qint64 number, const Failure<MediaError> &failure);
    void show(const DecodedFrame &frame);
    void setMoment(const ClipMoment &moment);
    void want(qint64 frame);
    void pump();
    void follow();
    void stand();
    void tick();
    void endPlay();
    void askAhead(const CameraPlan &plan);
    void askDigest();
    void hear();
    /// What is on the screen was provisional, and its frame has been seen since.
    [[nodiscard]] bool isOutdated() const;
    [[nodiscard]] bool isDue(const DecodedFrame &frame, const CameraPlan &plan) const;
    [[nodiscard]] ScrubContext scrubContext() const;
    [[nodiscard]] const FrameTimes &frames() const;

    ReviewSession &m_session;
    ReviewClock &m_clock;
    ClipSound m_sound;
    QTimer m_timer;
    QTimer m_digestTimer;
    std::size_t m_camera = 0;
    bool m_isLead = false;
    DecodedFrame m_shown;
    ClipMoment m_moment;
    std::optional<DecodedFrame> m_held; ///< Decoded ahead of its time.
    std::optional<Digest> m_digest;
    MediaFuture<DecodedFrame> m_digestAnswer;
    std::optional<qint64> m_pinned; ///< The frame that the person chose, whatever its time is.
    std::optional<qint64> m_wanted;
    std::optional<qint64> m_requested;
    double m_playsWhenShown = 0; ///< The speed at which play begins once the first frame is on the screen.
    double m_volume = 1;
    bool m_isMuted = false;
    bool m_hasHeard = false; ///< Sound was tried since play began.
    bool m_isMoving = false; ///< It moves the clock itself.
};

} // namespace Porchlight
