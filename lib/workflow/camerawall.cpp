// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/camerawall.h"

#include "review/clockcalibration.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

CameraWall::CameraWall(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
                       ReviewSession::SourceMaker makeSource)
    : m_store(store)
    , m_vault(vault)
    , m_identity(identity)
    , m_clock(clock)
    , m_makeSource(std::move(makeSource))
{
    addSession();
    connect(&m_store, &Store::changed, this, [this](const StoreChange &change) {
        const bool isOfCase = m_chosenCase && (!change.caseId || change.caseId == m_chosenCase);
        if (isOfCase && change.concerns(StoreChange::Kind::Clip)) {
            reloadClips();
        }
    });
}

CameraWall::~CameraWall() = default;

void CameraWall::chooseCase(CaseId id)
{
    if (m_chosenCase == id) {
        return;
    }
    m_chosenCase = id;
    m_clips.clear();
    Q_EMIT clipsChanged();
    reloadClips();
}

void CameraWall::reloadClips()
{
    using Read = StoreResult<std::vector<SharedClip>>;
    m_store.clips(m_chosenCase).then(this, [this, asked = *m_chosenCase](Read read) {
        if (asked != m_chosenCase) {
            return;
        }
        if (!read) {
            return Q_EMIT failed(read.error());
        }
        std::erase_if(*read, [](const SharedClip &clip) {
            return clip.state == ClipState::Declined || clip.state == ClipState::Disputed;
        });
        m_clips = std::move(*read);
        Q_EMIT clipsChanged();
    });
}

ReviewSession &CameraWall::addSession()
{
    m_sessions.push_back(std::make_unique<ReviewSession>(m_store, m_vault, m_identity, m_clock, m_makeSource));
    ReviewSession &session = *m_sessions.back();
    connect(&session, &ReviewSession::timelineChanged, this, &CameraWall::rebuildTimeline);
    connect(&session, &ReviewSession::stateChanged, this, &CameraWall::rebuildTimeline);
    return session;
}

std::optional<std::size_t> CameraWall::cameraOf(ClipId id) const
{
    const auto found = std::ranges::find_if(m_sessions, [id](const auto &session) { return session->clipId() == id; });
    return found == m_sessions.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - m_sessions.begin()));
}

std::optional<ConfinementLevel> CameraWall::confinement() const
{
    std::optional<ConfinementLevel> least;
    for (const auto &session : m_sessions) {
        if (session->summary()) {
            least = std::min(least.value_or(ConfinementLevel::Full), session->summary()->confinement);
        }
    }
    return least;
}

void CameraWall::open(ClipId id)
{
    while (m_sessions.size() > 1) {
        remove(m_sessions.size() - 1);
    }
    m_sessions.front()->open(id);
}

void CameraWall::add(ClipId id)
{
    if (cameraOf(id)) {
        return;
    }
    if (m_sessions.size() == 1 && m_sessions.front()->state() == ReviewSession::State::Closed) {
        return m_sessions.front()->open(id);
    }
    if (m_sessions.size() >= MostCameras) {
        return Q_EMIT failed(Failure{ReviewError::TooManyCameras, {}});
    }
    ReviewSession &session = addSession();
    Q_EMIT cameraAdded(m_sessions.size() - 1);
    session.open(id);
}

void CameraWall::remove(std::size_t camera)
{
    if (m_sessions.size() == 1) {
        return close();
    }
    Q_EMIT cameraAboutToBeRemoved(camera);
    m_sessions.at(camera)->disconnect(this);
    m_sessions.at(camera)->close();
    // It may be in the middle of telling something.
    m_sessions.at(camera).release()->deleteLater();
    m_sessions.erase(m_sessions.begin() + static_cast<std::ptrdiff_t>(camera));
    Q_EMIT cameraRemoved(camera);
    rebuildTimeline();
}

void CameraWall::close()
{
    while (m_sessions.size() > 1) {
        remove(m_sessions.size() - 1);
    }
    m_sessions.front()->close();
}

void CameraWall::rebuildTimeline()
{
    std::vector<TimelineClip> clips;
    for (const auto &session : m_sessions) {
        const std::vector<TimelineClip> &own = session->timeline().clips();
        const bool isOpen = session->state() == ReviewSession::State::Open && !own.empty();
        clips.push_back(isOpen ? own.front() : TimelineClip{.id = session->clipId(), .name = {}, .statedStart = {}});
    }
    m_timeline = ReviewTimeline(std::move(clips));
    Q_EMIT timelineChanged();
}

bool CameraWall::matchClock(std::size_t camera, qint64 frame, std::size_t other, qint64 otherFrame)
{
    const std::optional<KnownMoment> moment = matchedMoment(m_timeline, camera, frame, other, otherFrame);
    if (!moment) {
        Q_EMIT failed(Failure{ReviewError::ClockNotKnown, {}});
        return false;
    }
    const TimelineClip &reference = m_timeline.clips().at(other);
    // A clip that nobody has dated gets its start from the other one.
    const UtcTime start = m_timeline.clips().at(camera).statedStart.value_or(moment->wallTime - moment->clipTime);
    const ClockOffset clock = calibrated(start, *moment);
    m_sessions.at(camera)->setClock(start, reference.clock.isChecked() ? clock : clock.unchecked(), ClockSource::Match);
    return true;
}

} // namespace Porchlight
