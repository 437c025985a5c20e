// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/receiptsignature.h"

#include <openssl/evp.h>

#include <memory>

namespace Porchlight {

namespace {

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

bool hasValidSignature(const ConsentReceipt &receipt)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(receipt.exchangeKey),
                                    static_cast<size_t>(receipt.exchangeKey.size())),
        &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (key == nullptr || context == nullptr ||
        EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1) {
        return false;
    }
    return EVP_DigestVerify(context.get(), bytesOf(receipt.signature), static_cast<size_t>(receipt.signature.size()),
                            bytesOf(receipt.signedBytes), static_cast<size_t>(receipt.signedBytes.size())) == 1;
}

} // namespace Porchlight
