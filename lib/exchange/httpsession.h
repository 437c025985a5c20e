// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/httpexchangeclient.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QPromise>

#include <functional>

class QNetworkReply;

namespace Porchlight {

/// The half of HttpExchangeClient that lives on the network thread.
class HttpSession final : public QObject
{
    Q_OBJECT

public:
    struct Call
    {
        QByteArray verb;
        QString path; ///< With its query, below the exchange's URL.
        QByteArray body;
    };
    using Answered = std::function<void(ExchangeResult<QByteArray>)>;

    explicit HttpSession(HttpExchangeClient::Limits limits);

    void setEndpoint(const ExchangeEndpoint &endpoint) { m_endpoint = endpoint; }
    /// Sends a call and hands its whole answer on, or why there is none.
    void send(const Call &call, const Answered &answered);

    [[nodiscard]] const HttpExchangeClient::Limits &limits() const { return m_limits; }
    /// A request to a path of the exchange with everything but a body; none while no endpoint is known.
    [[nodiscard]] std::optional<QNetworkRequest> requestTo(const QString &path) const;
    [[nodiscard]] QNetworkAccessManager &network() { return m_network; }

private:
    QNetworkAccessManager m_network;
    HttpExchangeClient::Limits m_limits;
    ExchangeEndpoint m_endpoint;
};

/// What a reply that brought no HTTP status failed of.
[[nodiscard]] Failure<ExchangeError> failureOfConnection(const QNetworkReply &reply);

} // namespace Porchlight
