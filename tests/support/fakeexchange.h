// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "exchange/exchangeclient.h"

#include <QHash>

#include <memory>
#include <vector>

namespace Porchlight {

class TestSigner;

/// An exchange in memory that keeps the contract: what a real one answers, with switches for what may go wrong.
class FakeExchange final : public ExchangeClient
{
public:
    explicit FakeExchange(const Clock &clock);
    ~FakeExchange() override;

    QFuture<ExchangeResult<ExchangeFacts>> facts() override;
    QFuture<ExchangeResult<PublishedRequest>> publish(const AreaRequest &request) override;
    QFuture<ExchangeResult<QList<AreaRequest>>> ownRequests() override;
    QFuture<ExchangeResult<AreaRequest>> resolve(RequestId request) override;
    QFuture<ExchangeResult<OfferPage>> offers(const QString &cursor) override;
    QFuture<ExchangeResult<qint64>> download(const ClipOffer &offer, ByteSink &sink) override;

    /// A resident shares a clip; the offer as the exchange tells of it.
    ClipOffer share(RequestId request, const QByteArray &bytes, const ConsentScope &scope);
    /// Offers that are not what they say, put in as they are.
    void addOffer(const ClipOffer &offer, const QByteArray &bytes);
    /// The receipt signed by this exchange's key again, after fields of it were changed.
    void signAgain(ConsentReceipt &receipt) const;

    std::optional<Failure<ExchangeError>> failsWith; ///< Every call.
    int downloadsToBreak = 0;                        ///< So many downloads end half way.
    int downloads = 0;                               ///< So many were asked for.

private:
    struct Entry
    {
        ClipOffer offer;
        QByteArray bytes;
    };

    const Clock &m_clock;
    std::unique_ptr<TestSigner> m_signer;
    std::vector<PublishedRequest> m_requests;
    std::vector<Entry> m_offers;
};

} // namespace Porchlight
