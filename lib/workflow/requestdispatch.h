// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "domain/requestpolicy.h"
#include "exchange/exchangeclient.h"
#include "identity/localidentity.h"
#include "requests/requestrules.h"
#include "store/store.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <variant>

namespace Porchlight {

/// The draft breaks rules; nothing was sent.
struct DraftRefused
{
    std::vector<Finding> findings; ///< All of them, with at least one refusal.
};

/// The exchange shows the request, but the record here could not be written. Publishing again does not publish twice.
struct NotRecorded
{
    AreaRequest request;
    Failure<StoreError> why;
};

using DispatchFailure = std::variant<DraftRefused, NotRecorded, Failure<ExchangeError>, Failure<StoreError>>;

template <typename T>
using DispatchFuture = QFuture<Result<T, DispatchFailure>>;

/// Takes a draft to the residents and follows it: checks it against the policy, publishes it at the exchange, records
/// it with its entry in the custody log, resolves and expires it. Only what the exchange has taken is recorded as
/// published; if it has not, the draft is kept as it was. After that there is no edit and no delete.
class RequestDispatch final : public QObject
{
    Q_OBJECT

public:
    /// `draftFile`: where the draft is kept between sittings; only its owner may read it.
    RequestDispatch(Store &store, ExchangeClient &exchange, const LocalIdentity &identity, const Clock &clock,
                    QString draftFile);

    [[nodiscard]] const RequestPolicy &policy() const { return m_policy; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// The draft with who asks: the officer who is signed in; what she left open is taken from the draft.
    [[nodiscard]] RequestDraft withOfficer(RequestDraft draft) const;

    /// What the record says around a draft: the ground of the agency, and the other requests of its case.
    [[nodiscard]] DispatchFuture<RequestContext> context(const RequestDraft &draft);
    [[nodiscard]] DispatchFuture<std::vector<Finding>> check(const RequestDraft &draft);
    /// Opens the case where none has that number. The kept draft is gone when the request is recorded.
    [[nodiscard]] DispatchFuture<AreaRequest> publish(const RequestDraft &draft);
    /// Residents then read that it is resolved and can share no more.
    [[nodiscard]] DispatchFuture<AreaRequest> resolve(RequestId id);
    /// Notes as expired what has passed its end; returns how many.
    [[nodiscard]] DispatchFuture<int> expireDue();

    /// False where it could not be written.
    [[nodiscard]] QFuture<bool> saveDraft(const RequestDraft &draft);
    /// Nothing where none is kept or it cannot be read.
    [[nodiscard]] QFuture<std::optional<RequestDraft>> loadDraft();
    void discardDraft();

Q_SIGNALS:
    /// A draft was kept, published or thrown away.
    void draftChanged();

private:
    [[nodiscard]] DispatchFuture<MultiPolygon> ownGround(const QString &agencyName);
    [[nodiscard]] DispatchFuture<AreaRequest> publishFor(const RequestDraft &draft, const CaseFile &caseFile);
    [[nodiscard]] DispatchFuture<AreaRequest> recordPublished(const PublishedRequest &published);
    [[nodiscard]] DispatchFuture<CaseFile> findOrOpenCase(const RequestDraft &draft);
    [[nodiscard]] EventDraft eventFor(CustodyAction action, const AreaRequest &request) const;

    Store &m_store;
    ExchangeClient &m_exchange;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
    QString m_draftFile;
    RequestPolicy m_policy;
    QThreadPool m_draftThread; ///< One thread, so that what is kept and thrown away stays in order.
};

} // namespace Porchlight
