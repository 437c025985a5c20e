// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/reviewsession.h"

#include "workflow/mediawords.h"

#include <QDate>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Porchlight {

namespace {

// While the table comes in, the time line is laid out anew this often.
constexpr auto TimelinePause = 150ms;
// A clock that was moved frame by frame is kept once the hand rests.
constexpr auto NudgePause = 900ms;

FrameTimes frameTimesOf(const FrameTable &table)
{
    std::vector<FrameTime> frames;
    frames.reserve(static_cast<std::size_t>(table.expectedSize()));
    for (qint64 number = 0; number < table.expectedSize(); ++number) {
        const FrameRow &row = table.expectedAt(number);
        frames.push_back(
            {.start = std::chrono::microseconds(row.microseconds),
             .duration = std::chrono::microseconds(MediaTime(row.durationTicks, row.timeBase).microseconds()),
             .isEstimated = row.isTimeEstimated(),
             .isKey = row.isKey,
             .isCorrupt = row.isCorrupt,
             .isProvisional = row.isProvisional,
             .segment = row.segment,
             .seam = std::chrono::microseconds(row.seam)});
    }
    return FrameTimes(std::move(frames));
}

/// What only the resident said of the clock is not applied: it has no uncertainty.
ClockOffset clockOf(const SharedClip &clip)
{
    if (!clip.isClockChecked && clip.clockUncertaintyMicroseconds == 0) {
        return {};
    }
    const ClockOffset clock(std::chrono::microseconds(clip.clockOffsetMicroseconds),
                            std::chrono::microseconds(clip.clockUncertaintyMicroseconds), clip.clockDriftPpb);
    return clip.isClockChecked ? clock : clock.unchecked();
}

ClipClock clipClockOf(std::optional<UtcTime> statedStart, const ClockOffset &clock)
{
    return {.statedStart = statedStart,
            .offsetMicroseconds = clock.correction().count(),
            .uncertaintyMicroseconds = clock.uncertainty().count(),
            .driftPpb = clock.driftPpb(),
            .isChecked = clock.isChecked()};
}

} // namespace

ReviewSession::ReviewSession(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
                             SourceMaker makeSource)
    : m_store(store)
    , m_vault(vault)
    , m_identity(identity)
    , m_clock(clock)
    , m_makeSource(std::move(makeSource))
{
    m_timelineTimer.setSingleShot(true);
    m_timelineTimer.setInterval(TimelinePause);
    connect(&m_timelineTimer, &QTimer::timeout, this, &ReviewSession::rebuildTimeline);
    m_nudgeTimer.setSingleShot(true);
    m_nudgeTimer.setInterval(NudgePause);
    connect(&m_nudgeTimer, &QTimer::timeout, this, &ReviewSession::keepNudge);
    connect(&m_store, &Store::changed, this, &ReviewSession::onStoreChanged);
}

ReviewSession::~ReviewSession() = default;

EventDraft ReviewSession::eventFor(CustodyAction action, CustodySubject subject, const QString &subjectId) const
{
    return {.action = action,
            .subject = subject,
            .subjectId = subjectId,
            .caseId = m_clip->caseId,
            .digest = m_clip->digest,
            .officer = m_identity.officer(),
            .reason = m_case ? m_case->number : QString(),
            .details = {}};
}

EventDraft ReviewSession::clipEvent(CustodyAction action) const
{
    return eventFor(action, CustodySubject::Clip, m_clip->idText());
}

// Opening, step by step. Each step goes on to the next or to fail().

void ReviewSession::open(ClipId id, int videoStream)
{
    const int ownStream = id == m_clipId ? m_ownStream : -1;
    close();
    m_clipId = id;
    m_wishedStream = videoStream;
    m_ownStream = ownStream;
    m_state = State::Opening;
    Q_EMIT stateChanged();
    findClip(id);
}

void ReviewSession::showPicture(int videoStream)
{
    if (source() && m_summary->videoStream != videoStream) {
        open(m_clipId, videoStream == m_ownStream ? -1 : videoStream);
    }
}

void ReviewSession::close()
{
    keepNudge();
    ++m_opening;
    m_clipId = {};
    m_wishedStream = -1;
    m_ownStream = -1;
    m_timelineTimer.stop();
    m_source.reset();
    m_summary.reset();
    m_clip.reset();
    m_case.reset();
    m_failure.reset();
    m_timeline = {};
    m_markers.clear();
    m_stills.clear();
    endSheet();
    m_isCovered = false;
    m_isSoundRecorded = false;
    m_clockWrites = 0;
    if (m_state != State::Closed) {
        m_state = State::Closed;
        Q_EMIT stateChanged();
        Q_EMIT timelineChanged();
        Q_EMIT markersChanged();
        Q_EMIT stillsChanged();
        Q_EMIT coverChanged();
    }
}

void ReviewSession::findClip(ClipId id)
{
    using Found = StoreResult<std::optional<SharedClip>>;
    m_store.findClip(id).then(this, inThisOpening<Found>([this, id](Found found) {
                                  if (!found) {
                                      return fail(found.error());
                                  }
                                  if (!*found) {
                                      return fail(Failure{StoreError::NotFound, id.toString()});
                                  }
                                  m_clip = std::move(**found);
                                  findCase();
                              }));
}

void ReviewSession::findCase()
{
    using Found = StoreResult<std::optional<CaseFile>>;
    m_store.findCase(m_clip->caseId).then(this, inThisOpening<Found>([this](Found found) {
                                              if (!found) {
                                                  return fail(found.error());
                                              }
                                              if (!*found) {
                                                  return fail(Failure{StoreError::NotFound, m_clip->caseIdText()});
                                              }
                                              m_case = std::move(**found);
                                              const std::optional<Failure<ReviewError>> against = reasonAgainstReview(
                                                  *m_clip, m_clock.now().toDateTime().toLocalTime().date());
                                              if (against) {
                                                  return refuse(*against);
                                              }
                                              logOpening();
                                          }));
}

void ReviewSession::refuse(Failure<ReviewError> failure)
{
    EventDraft event = clipEvent(CustodyAction::ClipOpened);
    event.outcome = CustodyOutcome::Refused;
    m_store.record(std::move(event));
    fail(std::move(failure));
}

void ReviewSession::logOpening()
{
    EventDraft event = clipEvent(CustodyAction::ClipOpened);
    if (!showsOwnPicture()) {
        event.details = {{u"videoStream"_s, m_wishedStream}};
    }
    using Logged = StoreResult<CustodyEvent>;
    m_store.record(std::move(event)).then(this, inThisOpening<Logged>([this](Logged logged) {
                                              if (!logged) {
                                                  return fail(logged.error());
                                              }
                                              openBytes();
                                          }));
}

void ReviewSession::openBytes()
{
    using Opened = VaultResult<ClipBytes>;
    openClipBytes(m_store, m_vault, m_clip->digest, this, inThisOpening<Opened>([this](Opened opened) {
                      if (!opened) {
                          return fail(opened.error());
                      }
                      openSource(std::move(*opened));
                  }));
}

void ReviewSession::openSource(ClipBytes bytes)
{
    m_source = m_makeSource();
    connectSource();
    using Opened = Result<MediaSummary, Failure<MediaError>>;
    // What was not allowed to be heard is not drawn either.
    m_source
        ->open(std::move(bytes.source), {.videoStream = m_wishedStream,
                                         .wantsWaveform = m_clip->scope().sound,
                                         .digest = m_clip->digest,
                                         .shelfKey = std::move(bytes.key)})
        .then(this, inThisOpening<Opened>([this](Opened opened) {
                  if (!opened) {
                      return onClipFailed(opened.error());
                  }
                  m_summary = std::move(*opened);
                  m_ownStream = showsOwnPicture() ? m_summary->videoStream : m_ownStream;
                  logDecoder(*m_summary);
              }));
}

void ReviewSession::logDecoder(const MediaSummary &summary)
{
    EventDraft event = clipEvent(CustodyAction::DecoderStarted);
    event.details = {{u"confinement"_s, toWord(summary.confinement)}};
    using Logged = StoreResult<CustodyEvent>;
    m_store.record(std::move(event)).then(this, inThisOpening<Logged>([this](Logged logged) {
                                              if (!logged) {
                                                  return fail(logged.error());
                                              }
                                              readMarkers();
                                          }));
}

void ReviewSession::readMarkers()
{
    using Read = StoreResult<std::vector<Marker>>;
    m_store.markers(m_clip->id).then(this, inThisOpening<Read>([this](Read read) {
                                         if (!read) {
                                             return fail(read.error());
                                         }
                                         m_markers = showsOwnPicture() ? sortedMarkers(std::move(*read))
                                                                       : std::vector<Marker>();
                                         readStills();
                                     }));
}

void ReviewSession::readStills()
{
    using Read = StoreResult<std::vector<Still>>;
    m_store.stills(m_clip->id).then(this, inThisOpening<Read>([this](Read read) {
                                        if (!read) {
                                            return fail(read.error());
                                        }
                                        m_stills = std::move(*read);
                                        finishOpening();
                                    }));
}

void ReviewSession::finishOpening()
{
    m_isCovered = m_clip->isSensitive;
    m_state = State::Open;
    rebuildTimeline();
    Q_EMIT coverChanged();
    Q_EMIT markersChanged();
    Q_EMIT stillsChanged();
    Q_EMIT stateChanged();
}

void ReviewSession::fail(ReviewFailure failure)
{
    m_failure = std::move(failure);
    m_source.reset();
    m_state = State::Failed;
    Q_EMIT stateChanged();
}

// While a clip is open.

void ReviewSession::connectSource()
{
    FrameSource *const source = m_source.get();
    connect(source, &FrameSource::framesAdded, this, [this] {
        if (!m_timelineTimer.isActive()) {
            m_timelineTimer.start();
        }
    });
    connect(source, &FrameSource::framesExpected, this, &ReviewSession::rebuildTimeline);
    connect(source, &FrameSource::tableCompleted, this, &ReviewSession::rebuildTimeline);
    connect(source, &FrameSource::waveformReady, this, &ReviewSession::waveformChanged);
    connect(source, &FrameSource::decoderRestarted, this, [this] {
        EventDraft event = clipEvent(CustodyAction::DecoderEnded);
        event.outcome = CustodyOutcome::Failed;
        event.details = {{u"isRestarted"_s, true}};
        m_store.record(std::move(event));
        Q_EMIT decoderRestarted();
    });
    connect(source, &FrameSource::packetLeftOut, this, [this](qint64 packet) {
        EventDraft event = clipEvent(CustodyAction::DecoderEnded);
        event.outcome = CustodyOutcome::Failed;
        event.details = {{u"isRestarted"_s, true}, {u"leftOutPacket"_s, packet}};
        m_store.record(std::move(event));
        Q_EMIT packetLeftOut();
    });
    connect(source, &FrameSource::clipFailed, this, [this](const Failure<MediaError> &failure) {
        if (m_state == State::Open) {
            onClipFailed(failure);
        }
    });
}

void ReviewSession::onClipFailed(const Failure<MediaError> &failure)
{
    EventDraft event = clipEvent(CustodyAction::DecoderEnded);
    event.outcome = CustodyOutcome::Failed;
    event.details = {{u"isRestarted"_s, false}, {u"detail"_s, failure.detail}};
    if (failure.code == MediaError::ClipUnreadable) {
        event.action = CustodyAction::ClipUnreadable;
        m_store.setClipState(m_clip->id, ClipState::Unreadable, failure.detail, std::move(event));
    } else {
        m_store.record(std::move(event));
    }
    // The source is in the middle of telling us: it goes once it has returned.
    if (m_source) {
        m_source.release()->deleteLater();
    }
    fail(failure);
}

void ReviewSession::rebuildTimeline()
{
    if (!m_source || !m_clip) {
        return;
    }
    m_timelineTimer.stop();
    std::vector<TimelineClip> clips;
    clips.push_back({.id = m_clip->id,
                     .name = m_clip->placeText.isEmpty() ? m_clip->originalName : m_clip->placeText,
                     .statedStart = startOfPicture(),
                     .clock = clockOf(*m_clip),
                     .frames = frameTimesOf(m_source->table())});
    m_timeline = ReviewTimeline(std::move(clips));
    Q_EMIT timelineChanged();
}

/// When its first frame was taken: times count from there, and another picture may begin later than the clip's own.
std::optional<UtcTime> ReviewSession::startOfPicture() const
{
    if (!m_clip->statedStart || showsOwnPicture() || !m_summary) {
        return m_clip->statedStart;
    }
    const auto find = [this](int index) {
        return std::ranges::find(m_summary->streams, index, &StreamSummary::index);
    };
    const auto own = find(m_ownStream);
    const auto shown = find(m_summary->videoStream);
    const bool areKnown =
        own != m_summary->streams.end() && shown != m_summary->streams.end() && own->startTicks && shown->startTicks;
    if (!areKnown) {
        return m_clip->statedStart;
    }
    return *m_clip->statedStart +
           std::chrono::microseconds(MediaTime(*shown->startTicks, shown->timeBase).microseconds() -
                                     MediaTime(*own->startTicks, own->timeBase).microseconds());
}

std::vector<StreamSummary> ReviewSession::pictures() const
{
    std::vector<StreamSummary> pictures;
    if (m_summary) {
        std::ranges::copy_if(m_summary->streams, std::back_inserter(pictures),
                             [](const StreamSummary &stream) { return stream.kind == StreamKind::Video; });
    }
    return pictures;
}

bool ReviewSession::refusesToKeep()
{
    if (!showsOwnPicture()) {
        Q_EMIT failed(Failure{ReviewError::OtherPicture, {}});
    }
    return !showsOwnPicture();
}

bool ReviewSession::isTableComplete() const
{
    return m_source && m_source->table().isComplete();
}

bool ReviewSession::hasSound() const
{
    return m_clip && m_clip->scope().sound && m_summary && m_summary->sound() != nullptr;
}

Waveform ReviewSession::waveform() const
{
    return m_source && hasSound() ? m_source->waveform() : Waveform();
}

void ReviewSession::reveal(const QString &reason)
{
    if (!source()) {
        return Q_EMIT failed(Failure{ReviewError::NothingOpen, {}});
    }
    if (reason.trimmed().isEmpty()) {
        return Q_EMIT failed(Failure{ReviewError::ReasonMissing, {}});
    }
    EventDraft event = clipEvent(CustodyAction::PictureRevealed);
    event.reason = reason.trimmed();
    using Logged = StoreResult<CustodyEvent>;
    m_store.record(std::move(event)).then(this, inThisOpening<Logged>([this](Logged logged) {
                                              if (!logged) {
                                                  return Q_EMIT failed(logged.error());
                                              }
                                              m_isCovered = false;
                                              Q_EMIT coverChanged();
                                          }));
}

void ReviewSession::recordSoundPlayed()
{
    if (m_isSoundRecorded || !hasSound()) {
        return;
    }
    m_isSoundRecorded = true;
    m_store.record(clipEvent(CustodyAction::SoundPlayed));
}

// The camera's clock.

void ReviewSession::setClock(std::optional<UtcTime> statedStart, const ClockOffset &clock, ClockSource source)
{
    if (!m_clip || !this->source()) {
        return Q_EMIT failed(Failure{ReviewError::NothingOpen, {}});
    }
    if (refusesToKeep()) {
        return;
    }
    keepNudge();
    const ClipClock before = m_clip->clock();
    m_clip->setClock(clipClockOf(statedStart, clock));
    rebuildTimeline();
    keepClock(before, source);
}

void ReviewSession::nudgeClock(std::chrono::microseconds step)
{
    if (!m_clip || !source() || m_timeline.clips().front().frames.isEmpty() || refusesToKeep()) {
        return;
    }
    if (!m_clockBeforeNudge) {
        m_clockBeforeNudge = m_clip->clock();
    }
    // An eye lays a clip no better than to half a frame.
    const ClockOffset moved = clockOf(*m_clip).moved(step);
    const auto half = m_timeline.clips().front().frames.usualStep() / 2;
    const ClockOffset clock(moved.correction(), std::max({moved.uncertainty(), half, 1us}), moved.driftPpb());
    m_clip->setClock(clipClockOf(m_clip->statedStart, moved.isChecked() ? clock : clock.unchecked()));
    rebuildTimeline();
    m_nudgeTimer.start();
}

void ReviewSession::keepNudge()
{
    m_nudgeTimer.stop();
    if (const std::optional<ClipClock> before = std::exchange(m_clockBeforeNudge, std::nullopt); before && m_clip) {
        keepClock(*before, ClockSource::Hand);
    }
}

void ReviewSession::keepClock(const ClipClock &before, ClockSource source)
{
    EventDraft event = clipEvent(CustodyAction::ClipClockSet);
    event.details = toJson(ClockSet{.by = source, .clock = m_clip->clock(), .before = before});
    ++m_clockWrites;
    using Kept = StoreResult<void>;
    m_store.setClipClock(m_clip->id, m_clip->clock(), std::move(event))
        .then(this, inThisOpening<Kept>([this, before](Kept kept) {
                  --m_clockWrites;
                  if (!kept) {
                      m_clip->setClock(before);
                      rebuildTimeline();
                      Q_EMIT failed(kept.error());
                  }
                  reloadClock();
              }));
}

/// Somebody else may have set it. What is set here and not kept yet counts more than what is kept.
void ReviewSession::reloadClock()
{
    using Found = StoreResult<std::optional<SharedClip>>;
    m_store.findClip(m_clip->id).then(this, inThisOpening<Found>([this](Found found) {
                                          if (!found) {
                                              return Q_EMIT failed(found.error());
                                          }
                                          const bool isOurs = m_clockWrites > 0 || m_clockBeforeNudge;
                                          if (*found && !isOurs && (*found)->clock() != m_clip->clock()) {
                                              m_clip->setClock((*found)->clock());
                                              rebuildTimeline();
                                          }
                                      }));
}

// Markers.

std::optional<Marker> ReviewSession::findMarker(MarkerId id) const
{
    const auto found = std::ranges::find(m_markers, id, &Marker::id);
    return found == m_markers.end() ? std::nullopt : std::optional(*found);
}

void ReviewSession::onStoreChanged(const StoreChange &change)
{
    const bool isInUse = m_clip && (m_state == State::Opening || m_state == State::Open);
    if (!isInUse || (change.caseId && change.caseId != m_clip->caseId)) {
        return;
    }
    if (change.concerns(StoreChange::Kind::Clip)) {
        reloadClock();
    }
    if (change.concerns(StoreChange::Kind::Marker) && showsOwnPicture()) {
        reloadMarkers();
    }
    if (change.concerns(StoreChange::Kind::Still)) {
        reloadStills();
    }
}

void ReviewSession::reloadMarkers()
{
    using Read = StoreResult<std::vector<Marker>>;
    m_store.markers(m_clip->id).then(this, inThisOpening<Read>([this](Read read) {
                                         if (!read) {
                                             return Q_EMIT failed(read.error());
                                         }
                                         std::vector<Marker> markers = sortedMarkers(std::move(*read));
                                         if (markers != m_markers) {
                                             m_markers = std::move(markers);
                                             Q_EMIT markersChanged();
                                         }
                                     }));
}

void ReviewSession::reloadStills()
{
    using Read = StoreResult<std::vector<Still>>;
    m_store.stills(m_clip->id).then(this, inThisOpening<Read>([this](Read read) {
                                        if (!read) {
                                            return Q_EMIT failed(read.error());
                                        }
                                        if (*read != m_stills) {
                                            m_stills = std::move(*read);
                                            Q_EMIT stillsChanged();
                                        }
                                    }));
}

void ReviewSession::mark(FrameSpan span, const QString &note)
{
    if (!source() || span.first < 0 || span.last >= source()->table().expectedSize()) {
        return Q_EMIT failed(Failure{ReviewError::NothingOpen, {}});
    }
    if (refusesToKeep()) {
        return;
    }
    if (span.last >= source()->table().size()) {
        return Q_EMIT failed(Failure{ReviewError::NotCountedYet, {}});
    }
    const FrameTable &table = source()->table();
    Marker marker;
    marker.id = MarkerId::create();
    marker.clipId = m_clip->id;
    marker.firstFrame = span.first;
    marker.lastFrame = span.last;
    marker.firstMicroseconds = table.at(span.first).microseconds;
    marker.lastMicroseconds = table.at(span.last).microseconds;
    marker.note = note;
    marker.author = m_identity.officer();
    marker.createdAt = m_clock.now();
    EventDraft event = eventFor(CustodyAction::MarkerAdded, CustodySubject::Marker, marker.idText());
    event.details = {{u"firstFrame"_s, span.first}, {u"lastFrame"_s, span.last}};
    using Added = StoreResult<void>;
    m_store.addMarker(marker, std::move(event)).then(this, inThisOpening<Added>([this, marker](Added added) {
                                                         if (!added) {
                                                             return Q_EMIT failed(added.error());
                                                         }
                                                         Q_EMIT markerAdded(marker);
                                                     }));
}

void ReviewSession::editMarker(MarkerId id, const QString &note, const QStringList &tags)
{
    std::optional<Marker> marker = findMarker(id);
    if (!marker || (marker->note == note && marker->tags == tags)) {
        return;
    }
    marker->note = note;
    marker->tags = tags;
    using Changed = StoreResult<void>;
    m_store.changeMarker(*marker, eventFor(CustodyAction::MarkerChanged, CustodySubject::Marker, marker->idText()))
        .then(this, inThisOpening<Changed>([this](Changed changed) {
                  if (!changed) {
                      Q_EMIT failed(changed.error());
                      reloadMarkers();
                  }
              }));
}

void ReviewSession::removeMarker(MarkerId id)
{
    if (!findMarker(id)) {
        return;
    }
    using Removed = StoreResult<void>;
    m_store.removeMarker(id, eventFor(CustodyAction::MarkerRemoved, CustodySubject::Marker, id.toString()))
        .then(this, inThisOpening<Removed>([this](Removed removed) {
                  if (!removed) {
                      Q_EMIT failed(removed.error());
                      reloadMarkers();
                  }
              }));
}

} // namespace Porchlight
