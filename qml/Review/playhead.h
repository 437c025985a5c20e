// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clipsound.h"
#include "media/decodedframe.h"
#include "review/playplan.h"
#include "review/scrubplan.h"
#include "workflow/reviewsession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Porchlight {

/// The picture on the screen of one clip and how it gets there: scrubbing, stepping, play. What to ask for is decided
/// by planScrub() and planPlay(); this only carries it out. Number and picture change together or not at all.
class Playhead final : public QObject
{
    Q_OBJECT

public:
    explicit Playhead(ReviewSession &session, QObject *parent = nullptr);

    [[nodiscard]] const DecodedFrame &shown() const { return m_shown; }
    [[nodiscard]] std::optional<qint64> shownNumber() const;
    /// SHA-256 of the frame on the screen, soon after it stands still; none before.
    [[nodiscard]] const std::optional<Digest> &digest() const { return m_digest; }
    /// 0 while standing.
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] bool isPlaying() const { return m_speed != 0; }
    [[nodiscard]] qint64 frameCount() const;
    [[nodiscard]] double volume() const { return m_volume; }
    [[nodiscard]] bool isMuted() const { return m_isMuted; }

    void scrubTo(qint64 frame);
    void step(qint64 count);
    void play(double speed);
    void pause();
    void setVolume(double volume);
    void setMuted(bool isMuted);

Q_SIGNALS:
    void shownChanged();
    void digestChanged();
    void speedChanged();
    void soundChanged();
    void failed(const Porchlight::Failure<Porchlight::MediaError> &failure);

private:
    void onStateChanged();
    void onFrameReady(const DecodedFrame &frame);
    void onFrameFailed(qint64 number, const Failure<MediaError> &failure);
    void show(const DecodedFrame &frame);
    void want(qint64 frame);
    void pump();
    void tick();
    void askAhead(const PlayContext &now, const PlayPlan &plan);
    void askDigest();
    void anchor();
    [[nodiscard]] PlayContext playContext() const;
    [[nodiscard]] bool isDue(const DecodedFrame &frame, const PlayPlan &plan) const;
    [[nodiscard]] ScrubContext scrubContext() const;
    [[nodiscard]] const FrameTimes &frames() const;

    ReviewSession &m_session;
    ClipSound m_sound;
    QTimer m_timer;
    QTimer m_digestTimer;
    QElapsedTimer m_clock;
    DecodedFrame m_shown;
    std::optional<DecodedFrame> m_held; ///< Decoded ahead of its time.
    std::optional<Digest> m_digest;
    MediaFuture<DecodedFrame> m_digestAnswer;
    std::optional<qint64> m_wanted;
    std::optional<qint64> m_requested;
    std::chrono::microseconds m_startedAt{0};
    double m_speed = 0;
    double m_playsWhenShown = 0; ///< The speed at which play begins once the first frame is on the screen.
    double m_volume = 1;
    bool m_isMuted = false;
};

} // namespace Porchlight
