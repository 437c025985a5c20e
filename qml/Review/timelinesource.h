// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filmstrip.h"
#include "media/waveform.h"
#include "review/markerspan.h"
#include "review/reviewtimeline.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace Porchlight {

/// What TimelineView draws: the clips on the wall clock, a lane with a film strip for each, the waveform of one, marks
/// and points of the one that is selected, the playhead.
class TimelineSource final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int laneCount READ laneCount NOTIFY lanesChanged FINAL)
    Q_PROPERTY(int soundLane READ soundLane NOTIFY lanesChanged FINAL)

public:
    explicit TimelineSource(QObject *parent);

    struct Mark
    {
        FrameSpan span;
        bool isCurrent = false;

        bool operator==(const Mark &) const = default;
    };

    struct Lane
    {
        FilmStrip *strip = nullptr;
        double pictureAspect = 16.0 / 9;
        bool isCovered = false; ///< While a sensitive clip is covered there is no film strip either.
        bool hasSound = false;  ///< That was consented to.
        Waveform waveform;      ///< Empty until it is made.

        bool operator==(const Lane &) const = default;
    };

    [[nodiscard]] const ReviewTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    [[nodiscard]] const std::vector<FrameSpan> &movement() const { return m_movement; }
    [[nodiscard]] const InOut &points() const { return m_points; }
    [[nodiscard]] std::optional<qint64> playhead() const { return m_playhead; }
    /// Where the clock of the wall stands, for when the selected camera has no frame there.
    [[nodiscard]] UtcTime now() const { return m_now; }
    [[nodiscard]] const std::vector<Lane> &lanes() const { return m_lanes; }
    [[nodiscard]] std::size_t selected() const { return m_selected; }
    /// The lane whose frames the line goes by: the selected one, but where its clip cannot be shown.
    [[nodiscard]] std::size_t ruling() const { return m_ruling; }
    [[nodiscard]] int laneCount() const { return static_cast<int>(m_lanes.size()); }
    /// Whose waveform is drawn: the selected one's, or else the first that has sound; -1 where none has.
    [[nodiscard]] int soundLane() const;

    void setTimeline(const ReviewTimeline &timeline);
    void setMarks(std::vector<Mark> marks);
    void setPoints(const InOut &points);
    /// Stretches of the selected camera with movement in its region.
    void setMovement(std::vector<FrameSpan> spans);
    void setPlayhead(std::optional<qint64> frame);
    void setNow(UtcTime lineTime);
    void setLanes(std::vector<Lane> lanes, std::size_t selected, std::size_t ruling);

Q_SIGNALS:
    void timelineChanged();
    void marksChanged();
    void playheadChanged();
    void lanesChanged();
    void pictureAdded();

private:
    ReviewTimeline m_timeline;
    std::vector<Mark> m_marks;
    std::vector<FrameSpan> m_movement;
    InOut m_points;
    std::optional<qint64> m_playhead;
    UtcTime m_now;
    std::vector<Lane> m_lanes;
    std::size_t m_selected = 0;
    std::size_t m_ruling = 0;
};

} // namespace Porchlight
