// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inboxviewmodel.h"

#include "workflow/sentences.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::chrono::milliseconds RebuildPause{40};

} // namespace

InboxViewModel::InboxViewModel(ClipIntake &intake, ClipPictures &pictures, Store &store, CurrentCase &currentCase,
                               const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_intake(intake)
    , m_pictures(pictures)
    , m_store(store)
    , m_currentCase(currentCase)
    , m_clock(clock)
    , m_model(this)
{
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(RebuildPause);
    const auto rebuild = qOverload<>(&QTimer::start);
    connect(&m_rebuild, &QTimer::timeout, this, &InboxViewModel::buildRows);
    connect(&m_intake, &ClipIntake::arrivalsChanged, &m_rebuild, rebuild);
    connect(&m_intake, &ClipIntake::exchangeFailureChanged, this, &InboxViewModel::exchangeProblemChanged);
    connect(&m_pictures, &ClipPictures::pictureReady, &m_rebuild, rebuild);
    connect(&m_store, &Store::changed, this, &InboxViewModel::followStore);
    connect(&m_currentCase, &CurrentCase::caseFileChanged, this, [this] {
        m_clips.clear();
        m_disputed.clear();
        m_requests.clear();
        readClips();
        Q_EMIT caseChanged();
    });
    readClips();
}

void InboxViewModel::followStore(const StoreChange &change)
{
    const bool isOfCase = hasCase() && (!change.caseId || *change.caseId == m_currentCase.caseFile()->id);
    const bool isOfInbox = change.concerns(StoreChange::Kind::Clip) || change.concerns(StoreChange::Kind::Offer) ||
                           change.concerns(StoreChange::Kind::Request);
    if (isOfCase && isOfInbox) {
        readClips();
    }
}

void InboxViewModel::readClips()
{
    const int reading = ++m_reading;
    if (!hasCase()) {
        buildRows();
        return;
    }
    m_isLoading = m_clips.empty();
    const CaseId caseId = m_currentCase.caseFile()->id;
    m_store.clips(caseId).then(this, [this, reading](const StoreResult<std::vector<SharedClip>> &clips) {
        if (reading != m_reading) {
            return;
        }
        if (!clips) {
            m_isLoading = false;
            setProblem(sentenceFor(clips.error()));
            return;
        }
        m_clips = *clips;
        readOffers();
    });
}

void InboxViewModel::readOffers()
{
    const int reading = m_reading;
    const CaseId caseId = m_currentCase.caseFile()->id;
    m_store.requests(caseId).then(this, [this, reading](const StoreResult<std::vector<AreaRequest>> &requests) {
        if (reading == m_reading) {
            m_requests = requests.value_or(std::vector<AreaRequest>());
        }
    });
    m_store.offers().then(this, [this, reading](const StoreResult<std::vector<OfferRecord>> &offers) {
        if (reading != m_reading) {
            return;
        }
        m_disputed = offers.value_or(std::vector<OfferRecord>());
        std::erase_if(m_disputed, [this](const OfferRecord &offer) {
            return offer.fate != OfferFate::Disputed ||
                   std::ranges::find(m_requests, offer.requestId, &AreaRequest::id) == m_requests.end();
        });
        m_isLoading = false;
        buildRows();
    });
}

ClipOrigin InboxViewModel::originOf(const std::optional<RequestId> &request) const
{
    ClipOrigin origin{.requestTitle = {}, .zone = QTimeZone::systemTimeZone(), .today = {}};
    const auto found = request ? std::ranges::find(m_requests, *request, &AreaRequest::id) : m_requests.end();
    if (found != m_requests.end()) {
        const QTimeZone zone(found->timeZone.toLatin1());
        origin.requestTitle = found->title;
        origin.zone = zone.isValid() ? zone : QTimeZone(QTimeZone::UTC);
    }
    origin.today = m_clock.now().toDateTime().toTimeZone(origin.zone).date();
    return origin;
}

bool InboxViewModel::isShown(const SharedClip &clip) const
{
    switch (m_show) {
    case AllStates:
        return true;
    case OnlyNew:
        return clip.state == ClipState::New;
    case OnlyAccepted:
        return clip.state == ClipState::Accepted;
    }
    Q_UNREACHABLE_RETURN(true);
}

/// With its picture, which is only ever handed on coarse while it is covered.
InboxClip InboxViewModel::dressed(const SharedClip &clip)
{
    InboxClip row = rowOf(clip, originOf(clip.requestId));
    if (!row.canOpen) {
        row.isCovered = false;
        return row;
    }
    row.isCovered = clip.isSensitive && !m_revealed.contains(clip.idText());
    const QImage picture = m_pictures.picture(clip.digest);
    row.picture = row.isCovered ? coveredPicture(picture) : picture;
    return row;
}

void InboxViewModel::buildRows()
{
    QList<InboxClip> rows;
    for (const SharedClip &clip : m_clips) {
        if (isShown(clip)) {
            rows.append(dressed(clip));
        }
    }
    if (m_show == AllStates && hasCase()) {
        for (const OfferRecord &offer : m_disputed) {
            rows.append(rowOf(offer, originOf(offer.requestId)));
        }
        for (const auto &arrival : m_intake.arrivals()) {
            const InboxClip row = rowOf(*arrival, originOf(arrival->offer().requestId));
            const bool isRecorded = std::ranges::find(rows, row.key, &InboxClip::key) != rows.end();
            if (arrival->caseId() == m_currentCase.caseFile()->id && !isRecorded) {
                rows.append(row);
            }
        }
    }
    if (m_isNewestFirst) {
        std::ranges::reverse(rows);
    }
    m_model.setRows(rows);
    Q_EMIT rowsChanged();
}

QString InboxViewModel::caseNumber() const
{
    return hasCase() ? m_currentCase.caseFile()->number : QString();
}

bool InboxViewModel::hasOpenRequest() const
{
    return std::ranges::any_of(m_requests, [](const AreaRequest &one) { return one.state == RequestState::Published; });
}

int InboxViewModel::newCount() const
{
    return static_cast<int>(std::ranges::count(m_clips, ClipState::New, &SharedClip::state));
}

QString InboxViewModel::summary() const
{
    return m_clips.size() == 1 ? tr("%1 new · 1 clip for this case").arg(newCount())
                               : tr("%1 new · %2 clips for this case").arg(newCount()).arg(m_clips.size());
}

void InboxViewModel::setShow(Show show)
{
    if (m_show != show) {
        m_show = show;
        Q_EMIT showChanged();
        buildRows();
    }
}

void InboxViewModel::setNewestFirst(bool isNewestFirst)
{
    if (m_isNewestFirst != isNewestFirst) {
        m_isNewestFirst = isNewestFirst;
        Q_EMIT showChanged();
        buildRows();
    }
}

int InboxViewModel::arrivingCount() const
{
    return static_cast<int>(m_intake.arrivals().size());
}

QString InboxViewModel::arrivingText() const
{
    const int percent = m_intake.permille() / 10;
    return arrivingCount() == 1 ? tr("1 clip arriving · %1 %").arg(percent)
                                : tr("%1 clips arriving · %2 %").arg(arrivingCount()).arg(percent);
}

bool InboxViewModel::hasStuck() const
{
    return std::ranges::any_of(m_intake.arrivals(),
                               [](const auto &arrival) { return arrival->step() == ClipArrival::Step::Stuck; });
}

QString InboxViewModel::exchangeProblem() const
{
    return m_intake.exchangeFailure() ? sentenceFor(*m_intake.exchangeFailure()) : QString();
}

const SharedClip *InboxViewModel::clipAt(int row) const
{
    if (row < 0 || row >= m_model.count()) {
        return nullptr;
    }
    const auto found = std::ranges::find(m_clips, m_model.rows().at(row).clipId, &SharedClip::idText);
    return found == m_clips.end() ? nullptr : &*found;
}

void InboxViewModel::openClip(int row)
{
    if (clipAt(row) != nullptr && m_model.rows().at(row).canOpen) {
        Q_EMIT clipChosen(clipAt(row)->idText());
    }
}

void InboxViewModel::acceptClip(int row)
{
    const SharedClip *clip = clipAt(row);
    if (clip != nullptr && clip->state == ClipState::New) {
        m_intake.accept(*clip).then(this, [this](const Result<void, IntakeFailure> &result) { takeResult(result); });
    }
}

void InboxViewModel::declineClip(int row, const QString &reason)
{
    const SharedClip *clip = clipAt(row);
    if (clip != nullptr && m_model.rows().at(row).canDecide) {
        m_intake.decline(*clip, reason).then(this, [this](const Result<void, IntakeFailure> &result) {
            takeResult(result);
        });
    }
}

void InboxViewModel::revealPicture(int row, const QString &reason)
{
    const SharedClip *clip = clipAt(row);
    if (clip == nullptr) {
        return;
    }
    m_intake.recordReveal(*clip, reason)
        .then(this, [this, id = clip->idText()](const Result<void, IntakeFailure> &result) {
            takeResult(result);
            if (result) {
                m_revealed.insert(id);
                buildRows();
            }
        });
}

void InboxViewModel::tryAgain()
{
    m_intake.tryAgain();
}

void InboxViewModel::takeResult(const Result<void, IntakeFailure> &result)
{
    setProblem(result ? QString() : sentenceFor(result.error()));
}

void InboxViewModel::forgetProblem()
{
    setProblem({});
}

void InboxViewModel::setProblem(const QString &problem)
{
    if (m_problem != problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
}

} // namespace Porchlight
