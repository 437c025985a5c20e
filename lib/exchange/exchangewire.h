// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/exchangeclient.h"

#include <QByteArray>

/// The answers of an exchange (app/porchlight-exchange/openapi.yaml) as values. What an exchange sends is not trusted:
/// every text is bounded, every number checked, and the wire's own structures go no further than here.
namespace Porchlight {

/// More would be no page of an inbox.
inline constexpr qsizetype MaximumOffersInPage = 200;

[[nodiscard]] ExchangeResult<ExchangeFacts> readFacts(const QByteArray &answer);
[[nodiscard]] ExchangeResult<PublishedRequest> readPublished(const QByteArray &answer);
[[nodiscard]] ExchangeResult<AreaRequest> readRequest(const QByteArray &answer);
[[nodiscard]] ExchangeResult<QList<AreaRequest>> readRequests(const QByteArray &answer);
[[nodiscard]] ExchangeResult<OfferPage> readOffers(const QByteArray &answer);

/// What the exchange says of a failure (RFC 9457): its detail, else its title; empty where there is neither.
[[nodiscard]] QString readProblem(const QByteArray &answer);

/// The failure that stands behind an HTTP status; `detail` is what the exchange said.
[[nodiscard]] Failure<ExchangeError> failureOfStatus(int status, const QString &detail);

} // namespace Porchlight
