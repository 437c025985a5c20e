// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/clipintake.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::chrono::milliseconds PollInterval{2000};
constexpr std::ptrdiff_t MostAtOnce = 2;
constexpr int AllPermille = 1000;

bool isUnderWay(const std::unique_ptr<ClipArrival> &arrival)
{
    switch (arrival->step()) {
    case ClipArrival::Step::Downloading:
    case ClipArrival::Step::Sealing:
    case ClipArrival::Step::Looking:
    case ClipArrival::Step::Recording:
        return true;
    case ClipArrival::Step::Waiting:
    case ClipArrival::Step::Done:
    case ClipArrival::Step::Disputed:
    case ClipArrival::Step::Stuck:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

bool isFresh(const std::unique_ptr<ClipArrival> &arrival)
{
    return arrival->step() == ClipArrival::Step::Waiting && !arrival->failure();
}

Result<void, IntakeFailure> asIntake(const StoreResult<void> &result)
{
    if (!result) {
        return std::unexpected(IntakeFailure(result.error()));
    }
    return {};
}

IntakeFuture<void> refusal(IntakeError code)
{
    return QtFuture::makeReadyValueFuture(
        Result<void, IntakeFailure>(std::unexpected(IntakeFailure(Failure{code, QString()}))));
}

} // namespace

ClipIntake::ClipIntake(Store &store, EvidenceVault &vault, ExchangeClient &exchange, const LocalIdentity &identity,
                       const Clock &clock, IntakeParts::SourceMaker makeSource)
    : m_parts{.store = store,
              .vault = vault,
              .exchange = exchange,
              .identity = identity,
              .clock = clock,
              .makeSource = std::move(makeSource)}
{
    m_poll.setInterval(PollInterval);
    connect(&m_poll, &QTimer::timeout, this, &ClipIntake::pollNow);
}

ClipIntake::~ClipIntake() = default;

void ClipIntake::start()
{
    m_poll.start();
    pollNow();
}

void ClipIntake::pollNow()
{
    if (m_isAsking) {
        return;
    }
    m_isAsking = true;
    if (m_exchangeKey.isEmpty()) {
        askFacts();
    } else {
        askOffers();
    }
}

void ClipIntake::askFacts()
{
    m_parts.exchange.facts().then(this, [this](const ExchangeResult<ExchangeFacts> &facts) {
        if (!facts) {
            m_isAsking = false;
            setExchangeFailure(facts.error());
            return;
        }
        m_exchangeKey = facts->publicKey;
        askOffers();
    });
}

void ClipIntake::askOffers()
{
    m_parts.exchange.offers(m_cursor).then(this, [this](const ExchangeResult<OfferPage> &page) {
        m_isAsking = false;
        if (!page) {
            setExchangeFailure(page.error());
            return;
        }
        setExchangeFailure({});
        takePage(*page);
        if (page->hasMore) {
            pollNow();
        }
    });
}

void ClipIntake::takePage(const OfferPage &page)
{
    m_cursor = page.next;
    for (const ClipOffer &offer : std::exchange(m_unplaced, {})) {
        considerOffer(offer);
    }
    for (const ClipOffer &offer : page.offers) {
        considerOffer(offer);
    }
}

/// Offers are answered once, whatever the exchange says later: the store knows which were.
void ClipIntake::considerOffer(const ClipOffer &offer)
{
    m_parts.store.knownOffer(offer.id).then(this, [this, offer](const StoreResult<std::optional<OfferRecord>> &known) {
        if (!known) {
            m_unplaced.push_back(offer);
        } else if (!*known) {
            findCaseOf(offer);
        }
    });
}

/// An offer to a request that is not on record here is asked about again: its request may be recorded any moment.
void ClipIntake::findCaseOf(const ClipOffer &offer)
{
    m_parts.store.findRequest(offer.requestId)
        .then(this, [this, offer](const StoreResult<std::optional<AreaRequest>> &request) {
            if (request && *request) {
                admit(offer, (*request)->caseId);
            } else {
                m_unplaced.push_back(offer);
            }
        });
}

void ClipIntake::admit(const ClipOffer &offer, CaseId caseId)
{
    auto arrival = std::make_unique<ClipArrival>(m_parts, offer, caseId, m_exchangeKey);
    ClipArrival *one = arrival.get();
    connect(one, &ClipArrival::changed, this, &ClipIntake::arrivalsChanged);
    connect(one, &ClipArrival::ended, this, [this, one] { forget(one); });
    const auto place = std::ranges::find_if(
        m_arrivals, [&offer](const auto &other) { return other->offer().sharedAt > offer.sharedAt; });
    m_arrivals.insert(place, std::move(arrival));
    Q_EMIT arrivalsChanged();
    startWaiting();
}

void ClipIntake::startWaiting()
{
    for (const auto &arrival : m_arrivals) {
        if (isFresh(arrival) && std::ranges::count_if(m_arrivals, isUnderWay) < MostAtOnce) {
            arrival->start();
        }
    }
}

void ClipIntake::forget(ClipArrival *arrival)
{
    const ClipArrival::Step step = arrival->step();
    const ClipOffer offer = arrival->offer();
    const ClipId clipId = arrival->clipId();
    const QString reason = arrival->disputeReason();
    const auto place = std::ranges::find_if(m_arrivals, [arrival](const auto &one) { return one.get() == arrival; });
    place->release()->deleteLater();
    m_arrivals.erase(place);
    Q_EMIT arrivalsChanged();
    if (step == ClipArrival::Step::Done) {
        Q_EMIT clipArrived(clipId);
    } else {
        Q_EMIT offerDisputed(offer, reason);
    }
    startWaiting();
}

int ClipIntake::permille() const
{
    qint64 all = 0;
    double arrived = 0;
    for (const auto &arrival : m_arrivals) {
        all += arrival->offer().size;
        arrived += static_cast<double>(arrival->offer().size) * arrival->permille();
    }
    return all == 0 ? AllPermille : static_cast<int>(arrived / static_cast<double>(all));
}

void ClipIntake::tryAgain()
{
    for (const auto &arrival : m_arrivals) {
        arrival->tryAgain();
    }
}

void ClipIntake::setExchangeFailure(const std::optional<Failure<ExchangeError>> &failure)
{
    if (m_exchangeFailure != failure) {
        m_exchangeFailure = failure;
        Q_EMIT exchangeFailureChanged();
    }
}

EventDraft ClipIntake::eventFor(CustodyAction action, const SharedClip &clip, const QString &reason) const
{
    return {.action = action,
            .subject = CustodySubject::Clip,
            .subjectId = clip.idText(),
            .caseId = clip.caseId,
            .digest = clip.digest,
            .officer = m_parts.identity.officer(),
            .outcome = CustodyOutcome::Done,
            .reason = reason,
            .details = {}};
}

IntakeFuture<void> ClipIntake::accept(const SharedClip &clip)
{
    return m_parts.store.setClipState(clip.id, ClipState::Accepted, {}, eventFor(CustodyAction::ClipAccepted, clip, {}))
        .then(&asIntake);
}

IntakeFuture<void> ClipIntake::decline(const SharedClip &clip, const QString &reason)
{
    const QString why = reason.trimmed();
    if (why.isEmpty()) {
        return refusal(IntakeError::ReasonMissing);
    }
    return m_parts.store
        .setClipState(clip.id, ClipState::Declined, why, eventFor(CustodyAction::ClipDeclined, clip, why))
        .then(&asIntake);
}

IntakeFuture<void> ClipIntake::recordReveal(const SharedClip &clip, const QString &reason)
{
    const QString why = reason.trimmed();
    if (why.isEmpty()) {
        return refusal(IntakeError::ReasonMissing);
    }
    return m_parts.store.record(eventFor(CustodyAction::PictureRevealed, clip, why))
        .then([](const StoreResult<CustodyEvent> &kept) {
            return asIntake(kept.transform([](const CustodyEvent &) {}));
        });
}

} // namespace Porchlight
