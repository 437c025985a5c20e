// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewviewmodel.h"

#include "review/markertags.h"
#include "review/sheetplan.h"
#include "review/shuttle.h"
#include "workflow/sentences.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

ReviewViewModel::ReviewViewModel(CameraWall &wall, CurrentCase &currentCase, PreferenceKeeper &preferences)
    : m_wall(wall)
    , m_currentCase(currentCase)
    , m_clock(this)
    , m_cameras(this)
    , m_clips(this)
    , m_markers(this)
    , m_timeline(this)
    , m_movement(m_timeline, this)
    , m_keyboard(preferences, this)
{
    connectWall();
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, &ReviewViewModel::followCase);
    connect(&m_clock, &ReviewClock::speedChanged, this, &ReviewViewModel::playChanged);
    connect(&m_clock, &ReviewClock::moved, this, &ReviewViewModel::onShownChanged);
    connect(&m_movement, &MovementViewModel::frameWanted, this, [this](qint64 frame) { playhead().scrubTo(frame); });
    connect(&m_movement, &MovementViewModel::noticeRaised, this, &ReviewViewModel::noticeRaised);
    for (std::size_t index = 0; index < m_wall.size(); ++index) {
        addCamera(index);
    }
    placeCameras();
    followCase();
}

void ReviewViewModel::connectWall()
{
    connect(&m_wall, &CameraWall::clipsChanged, this, &ReviewViewModel::updateClips);
    connect(&m_wall, &CameraWall::timelineChanged, this, &ReviewViewModel::onTimelineChanged);
    connect(&m_wall, &CameraWall::failed, this,
            [this](const ReviewFailure &failure) { Q_EMIT noticeRaised(sentenceFor(failure), true); });
    connect(&m_wall, &CameraWall::cameraAdded, this, [this](std::size_t index) {
        addCamera(index);
        placeCameras();
        Q_EMIT camerasChanged();
        Q_EMIT stageChanged();
    });
    connect(&m_wall, &CameraWall::cameraAboutToBeRemoved, this, [this](std::size_t index) {
        m_clock.pause();
        m_cameras.at(index).disconnect(this);
        m_cameras.at(index).session().disconnect(this);
        m_cameras.at(index).playhead().disconnect(this);
        m_cameras.remove(index);
        if (m_selected > index || m_selected == m_wall.size() - 1) {
            --m_selected;
        }
        placeCameras();
    });
    connect(&m_wall, &CameraWall::cameraRemoved, this, [this] {
        Q_EMIT camerasChanged();
        onStateChanged();
    });
}

void ReviewViewModel::addCamera(std::size_t index)
{
    auto camera = std::make_unique<Camera>(m_wall.session(index), m_clock, nullptr);
    connectCamera(*camera);
    m_cameras.append(std::move(camera));
}

void ReviewViewModel::connectCamera(Camera &camera)
{
    // What only the selected camera has to tell.
    const auto whenSelected = [this, &camera](auto act) {
        return [this, &camera, act] {
            if (isSelected(camera)) {
                act();
            }
        };
    };
    const auto whenShown = [this, &camera] {
        if (isSelected(camera) || &camera.playhead() == &lead()) {
            onShownChanged();
        }
    };
    ReviewSession *const session = &camera.session();
    Playhead *const playhead = &camera.playhead();
    connect(session, &ReviewSession::stateChanged, this, whenSelected([this] { onStateChanged(); }));
    connect(session, &ReviewSession::stateChanged, this, [this, &camera] { onCameraStateChanged(camera); });
    connect(session, &ReviewSession::markersChanged, this, whenSelected([this] { onMarkersChanged(); }));
    connect(session, &ReviewSession::coverChanged, this, [this] {
        updateLanes();
        Q_EMIT coverChanged();
    });
    connect(session, &ReviewSession::markerAdded, this,
            [this](const Marker &marker) { setEditedMarker(marker.idText()); });
    connect(session, &ReviewSession::stillTaken, this, [this](const Still &still) {
        Q_EMIT noticeRaised(still.kind == StillKind::ContactSheet
                                ? tr("A contact sheet is kept with the stills of this clip: %1.").arg(still.note)
                                : tr("Frame %1 is kept as a still in its stored pixels.").arg(still.frame),
                            false);
    });
    connect(session, &ReviewSession::packetLeftOut, this, [this] {
        Q_EMIT noticeRaised(
            tr("One part of this clip ends the decoder each time. It is left out, and pictures that need "
               "it are marked as damaged. The original is untouched."),
            true);
    });
    connect(session, &ReviewSession::sheetProgressed, this, whenSelected([this] { Q_EMIT sheetChanged(); }));
    connect(session, &ReviewSession::decoderRestarted, this,
            [this] { Q_EMIT noticeRaised(sentenceFor(Failure{MediaError::DecoderEnded, {}}), true); });
    connect(session, &ReviewSession::failed, this,
            [this](const ReviewFailure &failure) { Q_EMIT noticeRaised(sentenceFor(failure), true); });
    connect(&camera, &Camera::clockChanged, this, whenSelected([this] { Q_EMIT clockChanged(); }));
    connect(&camera, &Camera::stageChanged, this, &ReviewViewModel::updateLanes);
    connect(&camera, &Camera::waveformChanged, this, &ReviewViewModel::updateLanes);
    connect(&camera, &Camera::stageChanged, this, &ReviewViewModel::updateClips);
    connect(playhead, &Playhead::shownChanged, this, whenShown);
    connect(playhead, &Playhead::momentChanged, this, whenShown);
    connect(playhead, &Playhead::digestChanged, this, whenSelected([this] { updateReadout(); }));
    connect(playhead, &Playhead::soundChanged, this, &ReviewViewModel::soundChanged);
    connect(playhead, &Playhead::failed, this,
            [this](const Failure<MediaError> &failure) { Q_EMIT noticeRaised(sentenceFor(failure), true); });
}

void ReviewViewModel::placeCameras()
{
    m_lead = findLead();
    for (std::size_t index = 0; index < static_cast<std::size_t>(m_cameras.count()); ++index) {
        m_cameras.at(index).setPlace(index, index == m_selected, index == m_lead);
    }
    m_movement.setCamera(selected());
    updateLanes();
    updateClips();
}

std::size_t ReviewViewModel::findLead() const
{
    for (std::size_t index = 0; index < static_cast<std::size_t>(m_cameras.count()); ++index) {
        if (session().failure() && m_cameras.at(index).isOpen()) {
            return index;
        }
    }
    return m_selected;
}

void ReviewViewModel::updateLead()
{
    if (findLead() == m_lead) {
        return;
    }
    placeCameras();
    const TimeSpan extent = m_wall.timeline().extent();
    if (m_lead != m_selected && (m_clock.now() < extent.begin || m_clock.now() > extent.end)) {
        // The camera that would have put the clock on the line never came so far.
        m_clock.set(extent.begin);
    }
    onShownChanged();
    Q_EMIT stageChanged();
}

void ReviewViewModel::onCameraStateChanged(const Camera &camera)
{
    if (m_cameras.count() > 1 && !camera.failureText().isEmpty()) {
        Q_EMIT noticeRaised(tr("Camera %1, %2: %3").arg(camera.number()).arg(camera.name(), camera.failureText()),
                            true);
    }
}

void ReviewViewModel::updateClips()
{
    std::vector<ReviewClip> clips;
    for (const SharedClip &clip : m_wall.clips()) {
        const std::optional<std::size_t> camera = m_wall.cameraOf(clip.id);
        clips.push_back({.clip = clip, .camera = camera ? static_cast<int>(*camera) + 1 : 0});
    }
    m_clips.setClips(clips);
}

void ReviewViewModel::updateLanes()
{
    std::vector<TimelineSource::Lane> lanes;
    for (std::size_t index = 0; index < static_cast<std::size_t>(m_cameras.count()); ++index) {
        Camera &camera = m_cameras.at(index);
        lanes.push_back({.strip = &camera.strip(),
                         .pictureAspect = camera.pictureAspect(),
                         .isCovered = camera.isCovered(),
                         .hasSound = camera.session().hasSound(),
                         .waveform = camera.session().waveform()});
    }
    m_timeline.setLanes(std::move(lanes), m_selected, m_lead);
}

void ReviewViewModel::followCase()
{
    const std::optional<CaseFile> &caseFile = m_currentCase.caseFile();
    if (caseFile) {
        const std::optional<CaseFile> &open = m_wall.session(0).caseFile();
        if (open && open->id != caseFile->id) {
            m_wall.close();
        }
        m_wall.chooseCase(caseFile->id);
    }
    Q_EMIT caseChanged();
}

void ReviewViewModel::onStateChanged()
{
    m_timeline.setPoints(points());
    setEditedMarker({});
    onMarkersChanged();
    updateReadout();
    Q_EMIT stageChanged();
    Q_EMIT clockChanged();
    Q_EMIT coverChanged();
    Q_EMIT pointsChanged();
    Q_EMIT soundChanged();
    Q_EMIT sheetChanged();
}

void ReviewViewModel::onTimelineChanged()
{
    if (m_wall.size() != static_cast<std::size_t>(m_cameras.count())) {
        return;
    }
    m_timeline.setTimeline(m_wall.timeline());
    m_clock.setTimeline(m_wall.timeline());
    updateLead();
    m_timeline.setNow(m_clock.now());
    updateReadout();
    updateMarkers();
    Q_EMIT pointsChanged();
}

void ReviewViewModel::onShownChanged()
{
    m_timeline.setPlayhead(lead().hasGap() ? std::nullopt : lead().shownNumber());
    m_timeline.setNow(m_clock.now());
    updateReadout();
    updateMarkers();
}

void ReviewViewModel::updateReadout()
{
    const std::optional<qint64> number = frameOnScreen();
    const std::optional<qint64> repeats =
        number && session().source() != nullptr ? session().source()->table().repeatsBefore(*number) : std::nullopt;
    FrameReadout readout = readoutOf({.frame = number ? playhead().shown() : DecodedFrame(),
                                      .digest = playhead().digest(),
                                      .timeline = session().timeline(),
                                      .isTableComplete = session().isTableComplete(),
                                      .repeats = repeats});
    if (readout != m_readout) {
        m_readout = std::move(readout);
        Q_EMIT readoutChanged();
    }
}

// What is shown.

ReviewViewModel::Stage ReviewViewModel::stage() const
{
    if (m_cameras.count() > 1) {
        // Each says in its own place how far it is.
        return Stage::Open;
    }
    switch (session().state()) {
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

QString ReviewViewModel::clipId() const
{
    return session().clip() ? session().clip()->idText() : QString();
}

QString ReviewViewModel::clipName() const
{
    return selected().name();
}

QString ReviewViewModel::wallText() const
{
    return m_wall.timeline().hasWallClock() ? wallClockText(m_clock.now()) : QString();
}

QString ReviewViewModel::rulerText() const
{
    return m_cameras.count() > 1 ? tr("clip time of camera %1").arg(m_lead + 1) : QString();
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
    const ReviewTimeline &timeline = session().timeline();
    if (!frame || timeline.isEmpty() || *frame >= timeline.clips().front().frames.count()) {
        return u"–"_s;
    }
    const std::optional<UtcTime> wall = timeline.wallTime(0, *frame);
    return wall ? wallClockText(wall) : longClipTime(timeline.clips().front().frames.at(*frame).start);
}

QString ReviewViewModel::inText() const
{
    return pointText(points().in);
}

QString ReviewViewModel::outText() const
{
    return pointText(points().out);
}

QString ReviewViewModel::lengthText() const
{
    const std::optional<FrameSpan> span = points().span();
    if (!span || session().timeline().isEmpty()) {
        return u"–"_s;
    }
    const FrameTimes &frames = session().timeline().clips().front().frames;
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
        m_wall.open(*id);
    }
}

void ReviewViewModel::openAgain()
{
    openCameraAgain(selectedCamera());
}

void ReviewViewModel::openCameraAgain(int camera)
{
    if (camera >= 0 && camera < m_cameras.count()) {
        ReviewSession &failed = m_wall.session(static_cast<std::size_t>(camera));
        failed.open(failed.clipId());
    }
}

void ReviewViewModel::closeClip()
{
    m_wall.close();
}

void ReviewViewModel::toggleCamera(const QString &clipId)
{
    const std::optional<ClipId> id = ClipId::fromString(clipId);
    if (!id) {
        return;
    }
    if (const std::optional<std::size_t> camera = m_wall.cameraOf(*id)) {
        m_wall.remove(*camera);
    } else {
        m_wall.add(*id);
    }
}

void ReviewViewModel::closeCamera(int camera)
{
    if (camera >= 0 && camera < m_cameras.count()) {
        m_wall.remove(static_cast<std::size_t>(camera));
    }
}

void ReviewViewModel::selectCamera(int camera)
{
    const auto index = static_cast<std::size_t>(camera);
    if (camera < 0 || camera >= m_cameras.count() || index == m_selected) {
        return;
    }
    m_selected = index;
    placeCameras();
    onShownChanged();
    onStateChanged();
}

void ReviewViewModel::togglePlay()
{
    if (isPlaying()) {
        m_clock.pause();
    } else {
        lead().play(1);
    }
}

void ReviewViewModel::playAt(double speed)
{
    lead().play(speed);
}

void ReviewViewModel::pause()
{
    m_clock.pause();
}

void ReviewViewModel::shuttleForward()
{
    lead().play(shuttledForward(speed()));
}

void ReviewViewModel::shuttleBackward()
{
    lead().play(shuttledBackward(speed()));
}

void ReviewViewModel::slower()
{
    lead().play(Porchlight::slower(speed()));
}

void ReviewViewModel::faster()
{
    lead().play(Porchlight::faster(speed()));
}

void ReviewViewModel::step(int frames)
{
    lead().step(frames);
}

void ReviewViewModel::scrubTo(qint64 frame)
{
    lead().scrubTo(frame);
}

void ReviewViewModel::scrubToTime(qint64 lineTime)
{
    m_clock.pause();
    m_clock.set(UtcTime::fromMicroseconds(lineTime));
}

void ReviewViewModel::stepAny(int direction)
{
    m_clock.pause();
    if (const std::optional<CameraStep> step = planStepOfAny(m_wall.timeline(), m_clock.now(), direction)) {
        m_clock.set(step->lineTime);
    }
}

void ReviewViewModel::goToFirst()
{
    lead().scrubTo(0);
}

void ReviewViewModel::goToLast()
{
    lead().scrubTo(lead().frameCount() - 1);
}

void ReviewViewModel::goToIn()
{
    if (points().in) {
        playhead().scrubTo(*points().in);
    }
}

void ReviewViewModel::goToOut()
{
    if (points().out) {
        playhead().scrubTo(*points().out);
    }
}

/// Never the last picture where another reason stands in its place.
std::optional<qint64> ReviewViewModel::frameOnScreen() const
{
    return playhead().hasGap() ? std::nullopt : playhead().shownNumber();
}

std::optional<qint64> ReviewViewModel::frameToUse()
{
    const std::optional<qint64> frame = frameOnScreen();
    if (!frame) {
        Q_EMIT noticeRaised(sentenceFor(Failure{ReviewError::NoPicture, {}}), true);
    }
    return frame;
}

void ReviewViewModel::setPoints(const InOut &points)
{
    if (selected().points() == points) {
        return;
    }
    selected().setPoints(points);
    m_timeline.setPoints(points);
    Q_EMIT pointsChanged();
}

void ReviewViewModel::setIn()
{
    if (const std::optional<qint64> frame = frameToUse()) {
        setPoints(points().withIn(*frame));
    }
}

void ReviewViewModel::setOut()
{
    if (const std::optional<qint64> frame = frameToUse()) {
        setPoints(points().withOut(*frame));
    }
}

void ReviewViewModel::clearPoints()
{
    setPoints({});
}

void ReviewViewModel::takeStill()
{
    if (const std::optional<qint64> frame = frameToUse()) {
        m_clock.pause();
        session().takeStill(*frame, selected().adjustment());
    }
}

void ReviewViewModel::makeSheet(SheetOf of, int tiles)
{
    m_clock.pause();
    const FrameSpan whole{.first = 0, .last = playhead().frameCount() - 1};
    const FrameTimes frames =
        session().timeline().isEmpty() ? FrameTimes() : session().timeline().clips().front().frames;
    switch (of) {
    case SheetOf::WholeClip:
        return session().makeSheet(evenFrames(frames, whole, tiles), ReviewSession::SheetChoice::WholeClip,
                                   selected().adjustment());
    case SheetOf::InToOut:
        return session().makeSheet(evenFrames(frames, points().span().value_or(whole), tiles),
                                   ReviewSession::SheetChoice::InToOut, selected().adjustment());
    case SheetOf::Markers:
        return session().makeSheet(markerFrames(markersWith(session().markers(), m_tagFilter)),
                                   ReviewSession::SheetChoice::Markers, selected().adjustment());
    }
}

void ReviewViewModel::cancelSheet()
{
    session().cancelSheet();
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
    session().reveal(reason);
}

} // namespace Porchlight
