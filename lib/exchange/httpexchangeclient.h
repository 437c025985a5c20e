// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/exchangeclient.h"

#include <QUrl>

#include <chrono>
#include <memory>

class QThread;

namespace Porchlight {

class HttpSession;

/// Where an exchange is, and the token it knows us by.
struct ExchangeEndpoint
{
    QUrl url;
    QByteArray token;

    bool operator==(const ExchangeEndpoint &) const = default;
};

/// Talks to an exchange over HTTP (app/porchlight-exchange/openapi.yaml) on a thread of its own, so that no large body
/// and no sink is ever handled on the thread of the windows. Every answer is bounded; a broken download goes on where
/// it ended.
class HttpExchangeClient final : public ExchangeClient
{
public:
    struct Limits
    {
        qint64 answerBytes = 8 * 1024 * 1024;     ///< Of any answer but a clip.
        std::chrono::milliseconds silence{20000}; ///< A transfer with no byte for so long has failed.
        int downloadAttempts = 5;                 ///< In a row without a single new byte.
        std::chrono::milliseconds pause{500};     ///< Before a broken download goes on; doubled each time.
    };

    /// Without an endpoint every call fails as Unreachable until `moveTo` names one.
    HttpExchangeClient();
    explicit HttpExchangeClient(ExchangeEndpoint endpoint);
    HttpExchangeClient(ExchangeEndpoint endpoint, Limits limits);
    ~HttpExchangeClient() override;

    /// The exchange is reached here from now on; transfers under way go on there. Any thread.
    void moveTo(const ExchangeEndpoint &endpoint);

    QFuture<ExchangeResult<ExchangeFacts>> facts() override;
    QFuture<ExchangeResult<PublishedRequest>> publish(const AreaRequest &request) override;
    QFuture<ExchangeResult<QList<AreaRequest>>> ownRequests() override;
    QFuture<ExchangeResult<AreaRequest>> resolve(RequestId request) override;
    QFuture<ExchangeResult<OfferPage>> offers(const QString &cursor) override;
    QFuture<ExchangeResult<qint64>> download(const ClipOffer &offer, ByteSink &sink) override;

private:
    std::unique_ptr<QThread> m_thread;
    HttpSession *m_session; ///< Lives on m_thread, which deletes it when it ends.
};

} // namespace Porchlight
