// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filmstrip.h"
#include "review/markerspan.h"
#include "review/reviewtimeline.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace Porchlight {

/// What TimelineView draws of one clip: its place on the wall clock, its marks, the playhead, the film strip.
class TimelineSource final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")

public:
    explicit TimelineSource(QObject *parent);

    struct Mark
    {
        FrameSpan span;
        bool isCurrent = false;

        bool operator==(const Mark &) const = default;
    };

    [[nodiscard]] const ReviewTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    [[nodiscard]] const InOut &points() const { return m_points; }
    [[nodiscard]] std::optional<qint64> playhead() const { return m_playhead; }
    [[nodiscard]] bool isCovered() const { return m_isCovered; }
    [[nodiscard]] FilmStrip &strip() { return m_strip; }

    void setTimeline(const ReviewTimeline &timeline);
    void setMarks(std::vector<Mark> marks);
    void setPoints(const InOut &points);
    void setPlayhead(std::optional<qint64> frame);
    /// While a sensitive clip is covered there is no film strip either.
    void setCovered(bool isCovered);

Q_SIGNALS:
    void timelineChanged();
    void marksChanged();
    void playheadChanged();

private:
    FilmStrip m_strip;
    ReviewTimeline m_timeline;
    std::vector<Mark> m_marks;
    InOut m_points;
    std::optional<qint64> m_playhead;
    bool m_isCovered = false;
};

} // namespace Porchlight
