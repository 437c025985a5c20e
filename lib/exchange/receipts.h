// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/consent.h"
#include "exchange/exchangeclient.h"

namespace Porchlight {

/// True of a receipt that is signed by `exchangeKey` and whose fields are the ones that were signed.
[[nodiscard]] ExchangeResult<void> verifyReceipt(const ConsentReceipt &receipt, const QByteArray &exchangeKey);

/// The same for what the exchange says it published.
[[nodiscard]] ExchangeResult<void> verifyPublished(const PublishedRequest &published, const QByteArray &exchangeKey);

/// True of an offer whose receipt speaks of this clip and this request: digest, size, request and name.
[[nodiscard]] bool receiptMatchesOffer(const ClipOffer &offer);

} // namespace Porchlight
