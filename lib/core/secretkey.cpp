// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secretkey.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>

namespace Porchlight {

SecretKey::~SecretKey()
{
    OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

std::optional<SecretKey> SecretKey::create()
{
    SecretKey key(Bytes{});
    const bool isRandom = RAND_priv_bytes(key.m_bytes.data(), static_cast<int>(Size)) == 1;
    return isRandom ? std::optional(key) : std::nullopt;
}

std::optional<SecretKey> SecretKey::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != static_cast<qsizetype>(Size)) {
        return std::nullopt;
    }
    SecretKey key(Bytes{});
    std::ranges::copy(bytes, key.m_bytes.begin());
    return key;
}

QByteArray SecretKey::toBytes() const
{
    return {reinterpret_cast<const char *>(m_bytes.data()), static_cast<qsizetype>(m_bytes.size())};
}

void wipe(QByteArray &bytes)
{
    // Not data(), which would make a copy of what is shared and leave that as it is.
    OPENSSL_cleanse(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace Porchlight
