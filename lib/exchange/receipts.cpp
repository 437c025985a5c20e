// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/receipts.h"

#include "core/signature.h"
#include "domain/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

ExchangeResult<void> verifyReceipt(const ConsentReceipt &receipt, const QByteArray &exchangeKey)
{
    if (receipt.exchangeKey != exchangeKey) {
        return fail(ExchangeError::SignatureInvalid, u"another key than this exchange's"_s);
    }
    if (!isSignedBy(exchangeKey, receipt.signedBytes, receipt.signature)) {
        return fail(ExchangeError::SignatureInvalid, u"the signature does not fit"_s);
    }
    if (receiptBytesToSign(receipt) != receipt.signedBytes) {
        return fail(ExchangeError::SignatureInvalid, u"the fields differ from what was signed"_s);
    }
    return {};
}

ExchangeResult<void> verifyPublished(const PublishedRequest &published, const QByteArray &exchangeKey)
{
    if (published.exchangeKey != exchangeKey || !isSignedBy(exchangeKey, published.signedBytes, published.signature)) {
        return fail(ExchangeError::SignatureInvalid, u"the signature does not fit"_s);
    }
    const JsonResult<AreaRequest> said = areaRequestFromJson(QJsonDocument::fromJson(published.signedBytes).object());
    if (!said || *said != published.request) {
        return fail(ExchangeError::SignatureInvalid, u"the request differs from what was signed"_s);
    }
    return {};
}

bool receiptMatchesOffer(const ClipOffer &offer)
{
    const ConsentReceipt &receipt = offer.receipt;
    return receipt.clipDigest == offer.digest && receipt.clipSize == offer.size &&
           receipt.requestId == offer.requestId && receipt.originalName == offer.originalName;
}

} // namespace Porchlight
