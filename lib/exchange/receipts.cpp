// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/receipts.h"

#include "domain/json.h"

#include <QJsonDocument>

#include <openssl/evp.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype SignatureSize = 64;

const unsigned char *octets(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

bool isSignedBy(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature)
{
    if (signature.size() != SignatureSize) {
        return false;
    }
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(publicKey),
                                    static_cast<std::size_t>(publicKey.size())),
        &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!key || !context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1) {
        return false;
    }
    return EVP_DigestVerify(context.get(), octets(signature), static_cast<std::size_t>(signature.size()),
                            octets(message), static_cast<std::size_t>(message.size())) == 1;
}

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
