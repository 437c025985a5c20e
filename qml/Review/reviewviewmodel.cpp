// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewviewmodel.h"

#include "review/shuttle.h"
#include "workflow/sentences.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

ReviewViewModel::ReviewViewModel(ReviewSession &session, CurrentCase &currentCase)
    : m_session(session)
    , m_currentCase(currentCase)
    , m_playhead(session, this)
    , m_clips(this)
    , m_markers(this)
    , m_timeline(this)
{
    connectSession();
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, &ReviewViewModel::followCase);
    connect(&m_playhead, &Playhead::shownChanged, this, &ReviewViewModel::onShownChanged);
    connect(&m_playhead, &Playhead::digestChanged, this, &ReviewViewModel::updateReadout);
    connect(&m_playhead, &Playhead::speedChanged, this, &ReviewViewModel::playChanged);
    connect(&m_playhead, &Playhead::soundChanged, this, &ReviewViewModel::soundChanged);
    connect(&m_playhead, &Playhead::failed, this,
            [this](const Failure<MediaError> &failure) { Q_EMIT noticeRaised(sentenceFor(failure), true); });
    followCase();
}

void ReviewViewModel::connectSession()
{
    connect(&m_session, &ReviewSession::clipsChanged, this, [this] { m_clips.setClips(m_session.clips()); });
    connect(&m_session, &ReviewSession::stateChanged, this, &ReviewViewModel::onStateChanged);
    connect(&m_session, &ReviewSession::timelineChanged, this, &ReviewViewModel::onTimelineChanged);
    connect(&m_session, &ReviewSession::markersChanged, this, &ReviewViewModel::onMarkersChanged);
    connect(&m_session, &ReviewSession::markerAdded, this,
            [this](const Marker &marker) { setEditedMarker(marker.idText()); });
    connect(&m_session, &ReviewSession::coverChanged, this, [this] {
        m_timeline.setCovered(m_session.isCovered());
        Q_EMIT coverChanged();
        Q_EMIT frameChanged();
    });
    connect(&m_session, &ReviewSession::stillTaken, this, [this](const Still &still) {
        Q_EMIT noticeRaised(tr("Frame %1 is kept as a still in its stored pixels.").arg(still.frame), false);
    });
    connect(&m_session, &ReviewSession::decoderRestarted, this,
            [this] { Q_EMIT noticeRaised(sentenceFor(Failure{MediaError::DecoderEnded, {}}), true); });
    connect(&m_session, &ReviewSession::failed, this,
            [this](const ReviewFailure &failure) { Q_EMIT noticeRaised(sentenceFor(failure), true); });
}

void ReviewViewModel::followCase()
{
    const std::optional<CaseFile> &caseFile = m_currentCase.caseFile();
    if (caseFile) {
        if (m_session.caseFile() && m_session.caseFile()->id != caseFile->id) {
            m_session.close();
        }
        m_session.chooseCase(caseFile->id);
    }
    Q_EMIT caseChanged();
}

void ReviewViewModel::onStateChanged()
{
    FrameSource *const source = m_session.source();
    m_timeline.strip().setSource(source, orientation());
    setPoints({});
    setEditedMarker({});
    if (source == nullptr) {
        m_timeline.setTimeline({});
    }
    onMarkersChanged();
    Q_EMIT stageChanged();
    Q_EMIT frameChanged();
}

void ReviewViewModel::onTimelineChanged()
{
    m_timeline.setTimeline(m_session.timeline());
    updateReadout();
    updateMarkers();
    Q_EMIT pointsChanged();
}

void ReviewViewModel::onMarkersChanged()
{
    updateMarkers();
    updateMarks();
}

void ReviewViewModel::onShownChanged()
{
    m_timeline.setPlayhead(m_playhead.shownNumber());
    updateReadout();
    updateMarkers();
    Q_EMIT frameChanged();
}

void ReviewViewModel::updateReadout()
{
    FrameReadout readout = readoutOf({.frame = m_playhead.shown(),
                                      .digest = m_playhead.digest(),
                                      .timeline = m_session.timeline(),
                                      .isTableComplete = m_session.isTableComplete()});
    if (readout != m_readout) {
        m_readout = std::move(readout);
        Q_EMIT readoutChanged();
    }
}

void ReviewViewModel::updateMarkers()
{
    const std::optional<qint64> frame = m_playhead.shownNumber();
    const auto current = frame ? markerAt(m_session.markers(), *frame) : std::nullopt;
    const bool hasMoved = current != m_currentMarker;
    m_currentMarker = current;
    m_markers.setMarkers(m_session.markers(), m_session.timeline(), current);
    if (hasMoved) {
        updateMarks();
    }
}

void ReviewViewModel::updateMarks()
{
    std::vector<TimelineSource::Mark> marks;
    for (const Marker &marker : m_session.markers()) {
        marks.push_back({.span = {.first = marker.firstFrame, .last = marker.lastFrame},
                         .isCurrent = marks.size() == m_currentMarker});
    }
    m_timeline.setMarks(std::move(marks));
}

// What is shown.

ReviewViewModel::Stage ReviewViewModel::stage() const
{
    switch (m_session.state()) {
    case ReviewSession::State::Closed:
        return Stage::Empty;
    case ReviewSession::State::Opening:
        return Stage::Opening;
    case ReviewSession::State::Open:
        return Stage::Open;
    case ReviewSession::State::Failed:
        return Stage::Failed;
    }
    Q_UNREACHABLE_RETURN(Stage::Empty);
}

QString ReviewViewModel::failureText() const
{
    return m_session.failure() ? sentenceFor(*m_session.failure()) : QString();
}

bool ReviewViewModel::canOpenAgain() const
{
    const bool isForbidden = m_session.failure() && std::holds_alternative<Failure<ReviewError>>(*m_session.failure());
    return stage() == Stage::Failed && m_session.clip() && !isForbidden;
}

QString ReviewViewModel::clipId() const
{
    return m_session.clip() ? m_session.clip()->idText() : QString();
}

QString ReviewViewModel::clipName() const
{
    if (!m_session.clip()) {
        return {};
    }
    return m_session.clip()->placeText.isEmpty() ? m_session.clip()->originalName : m_session.clip()->placeText;
}

bool ReviewViewModel::isClockChecked() const
{
    return m_session.clip() && m_session.clip()->isClockChecked;
}

QString ReviewViewModel::clockText() const
{
    if (!m_session.clip() || !m_session.clip()->statedStart) {
        return tr("start not known");
    }
    if (!isClockChecked()) {
        return tr("clock not checked");
    }
    const double seconds = static_cast<double>(m_session.clip()->clockOffsetMicroseconds) / 1e6;
    return tr("clock checked %1%2 s")
        .arg(seconds < 0 ? u"\u2212"_s : u"+"_s, QLocale::c().toString(std::abs(seconds), 'f', 1));
}

QList<ConsentChip> ReviewViewModel::consent() const
{
    return m_session.clip() ? consentChips(*m_session.clip()) : QList<ConsentChip>();
}

bool ReviewViewModel::isConfined() const
{
    return m_session.summary() && m_session.summary()->confinement == ConfinementLevel::Full;
}

QString ReviewViewModel::confinementText() const
{
    if (!m_session.summary()) {
        return {};
    }
    switch (m_session.summary()->confinement) {
    case ConfinementLevel::None:
        return tr("Decoder not confined");
    case ConfinementLevel::Partial:
        return tr("Decoder partly confined");
    case ConfinementLevel::Full:
        return tr("Decoder confined");
    }
    Q_UNREACHABLE_RETURN(QString());
}

Orientation ReviewViewModel::orientation() const
{
    const std::optional<MediaSummary> &summary = m_session.summary();
    return summary && summary->video() != nullptr ? summary->video()->orientation : Orientation();
}

double ReviewViewModel::pictureAspect() const
{
    const std::optional<MediaSummary> &summary = m_session.summary();
    const StreamSummary *const video = summary ? summary->video() : nullptr;
    if (video == nullptr || video->size.isEmpty()) {
        return 16.0 / 9;
    }
    const double stored = static_cast<double>(video->size.width()) * video->aspect.horizontal /
                          (static_cast<double>(video->size.height()) * video->aspect.vertical);
    return video->orientation.quarterTurns % 2 == 0 ? stored : 1 / stored;
}

DecodedFrame ReviewViewModel::frame() const
{
    return m_session.isCovered() ? DecodedFrame() : m_playhead.shown();
}

QString ReviewViewModel::speedText() const
{
    const double shown = isPlaying() ? speed() : 1;
    return (shown < 0 ? u"\u2212"_s : QString()) + u"%1×"_s.arg(std::abs(shown));
}

QList<double> ReviewViewModel::speeds() const
{
    return {playSpeeds().begin(), playSpeeds().end()};
}

QString ReviewViewModel::pointText(const std::optional<qint64> &frame) const
{
    const ReviewTimeline &timeline = m_session.timeline();
    if (!frame || timeline.isEmpty() || *frame >= timeline.clips().front().frames.count()) {
        return u"–"_s;
    }
    const std::optional<UtcTime> wall = timeline.wallTime(0, *frame);
    return wall ? wallClockText(wall) : longClipTime(timeline.clips().front().frames.at(*frame).start);
}

QString ReviewViewModel::inText() const
{
    return pointText(m_points.in);
}

QString ReviewViewModel::outText() const
{
    return pointText(m_points.out);
}

QString ReviewViewModel::lengthText() const
{
    const std::optional<FrameSpan> span = m_points.span();
    if (!span || m_session.timeline().isEmpty()) {
        return u"–"_s;
    }
    const FrameTimes &frames = m_session.timeline().clips().front().frames;
    if (span->last >= frames.count()) {
        return u"–"_s;
    }
    const auto length = frames.at(span->last).start + frames.shownFor(span->last) - frames.at(span->first).start;
    const QString seconds = QLocale::c().toString(static_cast<double>(length.count()) / 1e6, 'f', 3);
    return span->count() == 1 ? tr("%1 s · 1 frame").arg(seconds)
                              : tr("%1 s · %2 frames").arg(seconds).arg(span->count());
}

// What is done.

void ReviewViewModel::openClip(const QString &clipId)
{
    if (const std::optional<ClipId> id = ClipId::fromString(clipId)) {
        m_session.open(*id);
    }
}

void ReviewViewModel::openAgain()
{
    openClip(clipId());
}

void ReviewViewModel::closeClip()
{
    m_session.close();
}

void ReviewViewModel::togglePlay()
{
    if (isPlaying()) {
        m_playhead.pause();
    } else {
        m_playhead.play(1);
    }
}

void ReviewViewModel::playAt(double speed)
{
    m_playhead.play(speed);
}

void ReviewViewModel::pause()
{
    m_playhead.pause();
}

void ReviewViewModel::shuttleForward()
{
    m_playhead.play(shuttledForward(speed()));
}

void ReviewViewModel::shuttleBackward()
{
    m_playhead.play(shuttledBackward(speed()));
}

void ReviewViewModel::step(int frames)
{
    m_playhead.step(frames);
}

void ReviewViewModel::scrubTo(qint64 frame)
{
    m_playhead.scrubTo(frame);
}

void ReviewViewModel::goToFirst()
{
    m_playhead.scrubTo(0);
}

void ReviewViewModel::goToLast()
{
    m_playhead.scrubTo(m_playhead.frameCount() - 1);
}

void ReviewViewModel::goTo(std::optional<std::size_t> marker)
{
    if (marker) {
        m_playhead.scrubTo(m_session.markers().at(*marker).firstFrame);
    }
}

void ReviewViewModel::goToPreviousMarker()
{
    goTo(markerBefore(m_session.markers(), m_playhead.shownNumber().value_or(0)));
}

void ReviewViewModel::goToNextMarker()
{
    goTo(markerAfter(m_session.markers(), m_playhead.shownNumber().value_or(0)));
}

void ReviewViewModel::goToMarker(const QString &markerId)
{
    const auto found = std::ranges::find(m_session.markers(), markerId, &Marker::idText);
    if (found != m_session.markers().end()) {
        m_playhead.scrubTo(found->firstFrame);
    }
}

void ReviewViewModel::goToIn()
{
    if (m_points.in) {
        m_playhead.scrubTo(*m_points.in);
    }
}

void ReviewViewModel::goToOut()
{
    if (m_points.out) {
        m_playhead.scrubTo(*m_points.out);
    }
}

void ReviewViewModel::setPoints(const InOut &points)
{
    if (m_points == points) {
        return;
    }
    m_points = points;
    m_timeline.setPoints(points);
    Q_EMIT pointsChanged();
}

void ReviewViewModel::setIn()
{
    if (const std::optional<qint64> frame = m_playhead.shownNumber()) {
        setPoints(m_points.withIn(*frame));
    }
}

void ReviewViewModel::setOut()
{
    if (const std::optional<qint64> frame = m_playhead.shownNumber()) {
        setPoints(m_points.withOut(*frame));
    }
}

void ReviewViewModel::clearPoints()
{
    setPoints({});
}

void ReviewViewModel::markHere()
{
    if (const std::optional<qint64> frame = m_playhead.shownNumber()) {
        m_playhead.pause();
        m_session.mark(planMarker(*frame, m_points), {});
    }
}

void ReviewViewModel::setEditedMarker(const QString &markerId)
{
    if (m_editedMarker == markerId) {
        return;
    }
    m_editedMarker = markerId;
    Q_EMIT editedMarkerChanged();
}

void ReviewViewModel::beginEdit(const QString &markerId)
{
    setEditedMarker(markerId);
}

void ReviewViewModel::finishEdit(const QString &note)
{
    if (const std::optional<MarkerId> id = MarkerId::fromString(m_editedMarker)) {
        m_session.editMarker(*id, note.trimmed());
    }
    setEditedMarker({});
}

void ReviewViewModel::cancelEdit()
{
    setEditedMarker({});
}

void ReviewViewModel::removeMarker(const QString &markerId)
{
    if (const std::optional<MarkerId> id = MarkerId::fromString(markerId)) {
        m_session.removeMarker(*id);
    }
}

void ReviewViewModel::takeStill()
{
    if (const std::optional<qint64> frame = m_playhead.shownNumber()) {
        m_playhead.pause();
        m_session.takeStill(*frame);
    }
}

void ReviewViewModel::copyDigest()
{
    if (!m_readout.digest.isEmpty()) {
        QGuiApplication::clipboard()->setText(m_readout.digest);
        Q_EMIT noticeRaised(tr("The SHA-256 of frame %1 is on the clipboard.").arg(m_readout.number), false);
    }
}

void ReviewViewModel::reveal(const QString &reason)
{
    m_session.reveal(reason);
}

} // namespace Porchlight
