// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "siteerror.h"

#include <QByteArray>
#include <QString>

#include <openssl/evp.h>

#include <memory>

namespace Porchlight {

/// Signs receipts with the exchange's Ed25519 key (RFC 8032). The key is made on the first start and kept in one file
/// that only its owner can read.
class ReceiptSigner final
{
public:
    /// Reads the key from `file`, or makes it there.
    [[nodiscard]] static SiteResult<ReceiptSigner> open(const QString &file);

    [[nodiscard]] QByteArray sign(const QByteArray &message) const;
    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; } ///< Raw, 32 bytes.

private:
    using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

    ReceiptSigner(Key key, QByteArray publicKey);

    Key m_key;
    QByteArray m_publicKey;
};

} // namespace Porchlight
