// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/cliparrival.h"

#include "core/digesttext.h"
#include "exchange/outbox.h"
#include "exchange/receipts.h"
#include "workflow/mediafacts.h"
#include "workflow/sentences.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::chrono::milliseconds StorePause{5000};
constexpr std::chrono::milliseconds RoomPause{15000}; ///< Until the disk may have room again.
constexpr int MostLooks = 2;                          ///< A clip on which the decoder died that often is unreadable.

} // namespace

ClipArrival::ClipArrival(IntakeParts &parts, ClipOffer offer, CaseId caseId, QByteArray exchangeKey)
    : m_parts(parts)
    , m_offer(std::move(offer))
    , m_caseId(caseId)
    , m_exchangeKey(std::move(exchangeKey))
    , m_clipId(ClipId::create())
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ClipArrival::start);
    connect(&m_transfer, &QFutureWatcherBase::progressValueChanged, this, [this](int permille) {
        m_permille = permille;
        Q_EMIT changed();
    });
    connect(&m_transfer, &QFutureWatcherBase::finished, this, [this] {
        if (m_transfer.future().resultCount() > 0) {
            afterDownload(m_transfer.result());
        }
    });
}

ClipArrival::~ClipArrival()
{
    m_transfer.disconnect(this);
    if (!m_transfer.isRunning()) {
        return;
    }
    // The transfer writes into the writer until it has noticed; the writer goes with its future.
    QFuture<ExchangeResult<qint64>> transfer = m_transfer.future();
    transfer.cancel();
    const std::shared_ptr<VaultWriter> writer = std::move(m_writer); // shared with the continuation alone
    transfer.then([writer](const ExchangeResult<qint64> &) {}).onCanceled([writer] {});
}

void ClipArrival::start()
{
    m_failure.reset();
    checkReceipt();
}

void ClipArrival::tryAgain()
{
    if (m_step == Step::Stuck) {
        m_attempts = 0;
        m_looks = 0;
        start();
    }
}

void ClipArrival::enter(Step step)
{
    m_step = step;
    Q_EMIT changed();
    if (step == Step::Done || step == Step::Disputed) {
        Q_EMIT ended();
    }
}

void ClipArrival::checkReceipt()
{
    const ExchangeResult<void> isSigned = verifyReceipt(m_offer.receipt, m_exchangeKey);
    if (!isSigned) {
        dispute(u"receipt not signed by the exchange: "_s + isSigned.error().detail);
    } else if (!receiptMatchesOffer(m_offer)) {
        dispute(u"receipt speaks of another clip or request"_s);
    } else {
        lookInVault();
    }
}

/// Bytes that are here already, from a clip shared twice or a start cut short, are not fetched again but read again:
/// they are taken only if they still have their digest.
void ClipArrival::lookInVault()
{
    enter(Step::Downloading);
    m_parts.vault.verifyItem(m_offer.digest).then(this, [this](const VaultResult<SealedItem> &item) {
        if (item && item->size == m_offer.size) {
            takeSealed(*item);
        } else {
            download();
        }
    });
}

void ClipArrival::download()
{
    m_permille = 0;
    m_writer = m_parts.vault.beginItem();
    m_transfer.setFuture(m_parts.exchange.download(m_offer, *m_writer));
}

void ClipArrival::afterDownload(const ExchangeResult<qint64> &received)
{
    if (received) {
        seal();
        return;
    }
    m_writer.reset();
    ++m_attempts;
    const UtcTime now = m_parts.clock.now();
    const OutboxPlan plan =
        planRetry({.attempts = m_attempts, .lastAttempt = now, .lastError = received.error().code}, now);
    if (plan.step == OutboxPlan::Step::Wait && plan.nextAttempt) {
        goOnLater(received.error(), std::chrono::ceil<std::chrono::milliseconds>(*plan.nextAttempt - now));
    } else {
        stick(received.error());
    }
}

void ClipArrival::seal()
{
    enter(Step::Sealing);
    m_writer->seal(m_offer.digest).then(this, [this](const VaultResult<SealedItem> &item) {
        m_writer.reset();
        if (item) {
            takeSealed(*item);
        } else if (item.error().code == VaultError::DigestMismatch) {
            dispute(u"the bytes have another digest than was offered: "_s + item.error().detail);
        } else if (item.error().code == VaultError::NoSpace) {
            goOnLater(item.error(), RoomPause);
        } else {
            stick(item.error());
        }
    });
}

void ClipArrival::takeSealed(const SealedItem &item)
{
    m_sealed = item;
    m_permille = 1000;
    look();
}

void ClipArrival::look()
{
    enter(Step::Looking);
    openClipBytes(m_parts.store, m_parts.vault, m_offer.digest, this, [this](VaultResult<ClipBytes> bytes) {
        if (!bytes) {
            stick(bytes.error());
            return;
        }
        openSource(*std::move(bytes));
    });
}

void ClipArrival::openSource(ClipBytes bytes)
{
    ++m_looks;
    m_source = m_parts.makeSource();
    connect(m_source.get(), &FrameSource::tableCompleted, this, [this] { takeFacts(*m_source->summary()); });
    connect(m_source.get(), &FrameSource::clipFailed, this, &ClipArrival::takeMediaFailure);
    using Opened = Result<MediaSummary, Failure<MediaError>>;
    m_source->open(std::move(bytes.source), {.digest = m_offer.digest, .shelfKey = bytes.key})
        .then(this, [this](const Opened &summary) {
            if (!summary) {
                takeMediaFailure(summary.error());
            }
        });
}

void ClipArrival::takeFacts(const MediaSummary &summary)
{
    if (m_step != Step::Looking || !m_source) {
        return;
    }
    const bool isEmpty = m_source->table().isEmpty();
    const MediaFacts facts = mediaFactsOf(summary, m_source->table());
    m_source.release()->deleteLater(); // it is one of its own signals that has led here
    recordClip(facts, isEmpty ? ClipState::Unreadable : ClipState::New,
               isEmpty ? u"no frame can be shown"_s : QString());
}

void ClipArrival::takeMediaFailure(const Failure<MediaError> &failure)
{
    if (m_step != Step::Looking || !m_source) {
        return;
    }
    m_source.release()->deleteLater(); // it is one of its own signals that has led here
    const bool hasDied = failure.code == MediaError::DecoderEnded || failure.code == MediaError::BadAnswer;
    if (hasDied && m_looks < MostLooks) {
        look();
    } else if (hasDied || isOfTheClip(failure.code)) {
        recordClip({}, ClipState::Unreadable, sentenceFor(failure));
    } else {
        stick(failure);
    }
}

EventDraft ClipArrival::eventFor(CustodyAction action) const
{
    const bool isOfClip = action == CustodyAction::ClipReceived;
    QJsonObject details{{u"offer"_s, m_offer.id.toString()},
                        {u"request"_s, m_offer.requestId.toString()},
                        {u"receipt"_s, m_offer.receipt.id.toString()},
                        {u"size"_s, m_offer.size},
                        {u"soundAllowed"_s, m_offer.receipt.scope.sound}};
    return {.action = action,
            .subject = isOfClip ? CustodySubject::Clip : CustodySubject::Offer,
            .subjectId = isOfClip ? m_clipId.toString() : m_offer.id.toString(),
            .caseId = m_caseId,
            .digest = m_offer.digest,
            .officer = m_parts.identity.officer(),
            .outcome = CustodyOutcome::Done,
            .reason = {},
            .details = details};
}

SharedClip ClipArrival::clipFrom(const MediaFacts &facts, ClipState state) const
{
    SharedClip clip;
    clip.id = m_clipId;
    clip.caseId = m_caseId;
    clip.requestId = m_offer.requestId;
    clip.receipt = m_offer.receipt;
    clip.digest = m_sealed->digest;
    clip.sha512 = m_sealed->sha512;
    clip.size = m_sealed->size;
    clip.originalName = m_offer.originalName;
    clip.placeText = m_offer.placeText;
    clip.note = m_offer.note;
    clip.position = m_offer.position;
    clip.statedStart = m_offer.statedStart;
    clip.clockOffsetMicroseconds = m_offer.statedClockOffsetMicroseconds.value_or(0);
    clip.facts = facts;
    clip.state = state;
    clip.isSensitive = m_offer.isSensitive;
    clip.receivedAt = m_parts.clock.now();
    return clip;
}

void ClipArrival::recordClip(const MediaFacts &facts, ClipState state, const QString &trouble)
{
    enter(Step::Recording);
    const SharedClip clip = clipFrom(facts, state);
    EventDraft event = eventFor(CustodyAction::ClipReceived);
    event.details[u"matchesReceipt"_s] = true;
    if (!trouble.isEmpty()) {
        event.details[u"unreadable"_s] = trouble;
    }
    const OfferRecord record{.id = m_offer.id,
                             .requestId = m_offer.requestId,
                             .fate = OfferFate::Taken,
                             .clipId = m_clipId,
                             .reason = {},
                             .digest = m_offer.digest,
                             .at = clip.receivedAt};
    m_parts.store.addClip(clip, record, event).then(this, [this](const StoreResult<void> &kept) {
        if (kept) {
            enter(Step::Done);
        } else {
            goOnLater(kept.error(), StorePause);
        }
    });
}

void ClipArrival::dispute(const QString &reason)
{
    enter(Step::Recording);
    EventDraft event = eventFor(CustodyAction::OfferDisputed);
    event.outcome = CustodyOutcome::Refused;
    event.reason = reason;
    const OfferRecord record{.id = m_offer.id,
                             .requestId = m_offer.requestId,
                             .fate = OfferFate::Disputed,
                             .clipId = {},
                             .reason = reason,
                             .digest = m_offer.digest,
                             .at = m_parts.clock.now()};
    m_parts.store.addOffer(record, event).then(this, [this, reason](const StoreResult<void> &kept) {
        if (!kept) {
            goOnLater(kept.error(), StorePause);
            return;
        }
        m_disputeReason = reason;
        enter(Step::Disputed);
    });
}

void ClipArrival::goOnLater(const IntakeFailure &failure, std::chrono::milliseconds pause)
{
    m_failure = failure;
    m_again.start(pause);
    enter(Step::Waiting);
}

void ClipArrival::stick(const IntakeFailure &failure)
{
    m_failure = failure;
    enter(Step::Stuck);
}

} // namespace Porchlight
