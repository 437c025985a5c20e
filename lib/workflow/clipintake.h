// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/cliparrival.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace Porchlight {

/// Brings what residents share into the case: asks the exchange what is new, lets each clip arrive, and records what
/// the officer decides of it. Polling is the only way it looks at the exchange: there is nothing there about people who
/// did not share.
class ClipIntake final : public QObject
{
    Q_OBJECT

public:
    ClipIntake(Store &store, EvidenceVault &vault, ExchangeClient &exchange, const LocalIdentity &identity,
               const Clock &clock, IntakeParts::SourceMaker makeSource);
    ~ClipIntake() override;

    /// Asks the exchange from now on.
    void start();
    /// Asks at once. Without effect while an answer is awaited.
    void pollNow();

    /// Those under way or stuck, in the order they were shared.
    [[nodiscard]] const std::vector<std::unique_ptr<ClipArrival>> &arrivals() const { return m_arrivals; }
    /// Of all bytes under way, 0 to 1000; 1000 where nothing is under way.
    [[nodiscard]] int permille() const;
    /// Why the exchange did not answer the last time.
    [[nodiscard]] const std::optional<Failure<ExchangeError>> &exchangeFailure() const { return m_exchangeFailure; }

    /// Stuck arrivals begin again.
    void tryAgain();
    [[nodiscard]] IntakeFuture<void> accept(const SharedClip &clip);
    [[nodiscard]] IntakeFuture<void> decline(const SharedClip &clip, const QString &reason);
    /// Records that the picture of a sensitive clip is looked at, and why, before it is shown.
    [[nodiscard]] IntakeFuture<void> recordReveal(const SharedClip &clip, const QString &reason);

Q_SIGNALS:
    void arrivalsChanged();
    void clipArrived(Porchlight::ClipId id);
    void offerDisputed(const Porchlight::ClipOffer &offer, const QString &reason);
    void exchangeFailureChanged();

private:
    void askFacts();
    void askOffers();
    void takePage(const OfferPage &page);
    void considerOffer(const ClipOffer &offer);
    void findCaseOf(const ClipOffer &offer);
    void admit(const ClipOffer &offer, CaseId caseId);
    void startWaiting();
    void forget(ClipArrival *arrival);
    void setExchangeFailure(const std::optional<Failure<ExchangeError>> &failure);
    [[nodiscard]] EventDraft eventFor(CustodyAction action, const SharedClip &clip, const QString &reason) const;

    IntakeParts m_parts;
    QTimer m_poll;
    bool m_isAsking = false;
    QByteArray m_exchangeKey;
    QString m_cursor;
    std::vector<ClipOffer> m_unplaced; ///< To requests that are not on record here, or not yet.
    std::vector<std::unique_ptr<ClipArrival>> m_arrivals;
    std::optional<Failure<ExchangeError>> m_exchangeFailure;
};

} // namespace Porchlight
