// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/reviewtimeline.h"
#include "review/wallplan.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <optional>

namespace Porchlight {

/// The one clock of all cameras: where the line stands, and how fast it moves. It goes by the sound that is heard where
/// there is some, else by a steady clock.
class ReviewClock final : public QObject
{
    Q_OBJECT

public:
    using Ear = std::function<std::optional<std::chrono::microseconds>()>;

    explicit ReviewClock(QObject *parent = nullptr);

    [[nodiscard]] const ReviewTimeline &timeline() const { return m_timeline; }
    void setTimeline(const ReviewTimeline &timeline);

    /// 0 while standing.
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] bool isPlaying() const { return m_speed != 0; }
    [[nodiscard]] WallContext context() const;
    [[nodiscard]] UtcTime now() const;
    /// Nothing more comes in the direction of play.
    [[nodiscard]] bool isAtEnd() const;

    void set(UtcTime lineTime);
    void play(double speed, UtcTime from);
    void pause();
    /// Counts on from where it is now, by this ear; by the steady clock without one.
    void listen(Ear ear);
    /// Waits at the end of what is known.
    void anchor();

Q_SIGNALS:
    /// It stands elsewhere.
    void moved();
    void speedChanged();
    void timelineChanged();

private:
    ReviewTimeline m_timeline;
    UtcTime m_startedAt;
    double m_speed = 0;
    QElapsedTimer m_steady;
    Ear m_ear;
};

} // namespace Porchlight
