// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ReviewViewModel that is about markers: the list with its filter, the time line, what is being written.

#include "reviewviewmodel.h"

#include "review/markertags.h"

#include <algorithm>

namespace Porchlight {

void ReviewViewModel::onMarkersChanged()
{
    const bool wasListed = m_markers.holds(m_editedMarker);
    if (const QStringList tags = tagsOf(session().markers()); tags != m_markerTags) {
        m_markerTags = tags;
        Q_EMIT markerTagsChanged();
    }
    if (!m_markerTags.contains(m_tagFilter, Qt::CaseInsensitive)) {
        m_tagFilter.clear();
    }
    updateMarkers();
    updateMarks();
    if (wasListed && !m_markers.holds(m_editedMarker)) {
        cancelEdit(); // Somebody else took it away.
    }
    Q_EMIT listingChanged();
}

void ReviewViewModel::filterByTag(const QString &tag)
{
    m_tagFilter = tag.compare(m_tagFilter, Qt::CaseInsensitive) == 0 ? QString() : tag;
    updateMarkers();
    Q_EMIT listingChanged();
}

void ReviewViewModel::updateMarkers()
{
    const std::optional<qint64> frame = frameOnScreen();
    m_movement.setFrame(frame.value_or(playhead().moment().frame));
    const auto current = frame ? markerAt(session().markers(), *frame) : std::nullopt;
    const bool hasMoved = current != m_currentMarker;
    m_currentMarker = current;
    m_markers.setMarkers(session().markers(), session().timeline(), current, m_tagFilter);
    if (hasMoved) {
        updateMarks();
    }
}

QString ReviewViewModel::markerCountText() const
{
    const QString all = QString::number(session().markers().size());
    return m_tagFilter.isEmpty() ? all : tr("%1 of %2").arg(m_markers.count()).arg(all);
}

void ReviewViewModel::updateMarks()
{
    std::vector<TimelineSource::Mark> marks;
    for (const Marker &marker : session().markers()) {
        marks.push_back({.span = {.first = marker.firstFrame, .last = marker.lastFrame},
                         .isCurrent = marks.size() == m_currentMarker});
    }
    m_timeline.setMarks(std::move(marks));
}

void ReviewViewModel::goToPreviousMarker()
{
    const std::vector<Marker> listed = markersWith(session().markers(), m_tagFilter);
    if (const auto before = markerBefore(listed, frameOnScreen().value_or(playhead().moment().frame + 1))) {
        playhead().scrubTo(listed.at(*before).firstFrame);
    }
}

void ReviewViewModel::goToNextMarker()
{
    const std::vector<Marker> listed = markersWith(session().markers(), m_tagFilter);
    if (const auto after = markerAfter(listed, frameOnScreen().value_or(playhead().moment().frame))) {
        playhead().scrubTo(listed.at(*after).firstFrame);
    }
}

void ReviewViewModel::goToMarker(const QString &markerId)
{
    const auto found = std::ranges::find(session().markers(), markerId, &Marker::idText);
    if (found != session().markers().end()) {
        playhead().scrubTo(found->firstFrame);
    }
}

void ReviewViewModel::markHere()
{
    if (const std::optional<qint64> frame = frameToUse()) {
        m_clock.pause();
        // A new marker has no tag yet; it must be in the list to be written.
        filterByTag(m_tagFilter);
        session().mark(planMarker(*frame, points()), {});
    }
}

void ReviewViewModel::setEditedMarker(const QString &markerId)
{
    if (m_editedMarker == markerId) {
        return;
    }
    m_editedMarker = markerId;
    const auto marker = std::ranges::find(session().markers(), markerId, &Marker::idText);
    m_editedTags = marker == session().markers().end() ? QStringList() : marker->tags;
    Q_EMIT editedMarkerChanged();
}

void ReviewViewModel::beginEdit(const QString &markerId)
{
    setEditedMarker(markerId);
}

void ReviewViewModel::finishEdit(const QString &note)
{
    if (const std::optional<MarkerId> id = MarkerId::fromString(m_editedMarker)) {
        session().editMarker(*id, note.trimmed(), m_editedTags);
    }
    setEditedMarker({});
}

void ReviewViewModel::addTags(const QString &typed)
{
    m_editedTags = withTags(m_editedTags, typed);
    Q_EMIT editedMarkerChanged();
}

void ReviewViewModel::removeTag(const QString &tag)
{
    m_editedTags = withoutTag(m_editedTags, tag);
    Q_EMIT editedMarkerChanged();
}

void ReviewViewModel::removeLastTag()
{
    if (!m_editedTags.isEmpty()) {
        m_editedTags.removeLast();
        Q_EMIT editedMarkerChanged();
    }
}

void ReviewViewModel::cancelEdit()
{
    setEditedMarker({});
}

void ReviewViewModel::removeMarker(const QString &markerId)
{
    if (const std::optional<MarkerId> id = MarkerId::fromString(markerId)) {
        session().removeMarker(*id);
    }
}

} // namespace Porchlight
