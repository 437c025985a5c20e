// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Porchlight {

QString digestToString(const Digest &digest)
{
    return QString::fromStdString(digest.toHex());
}

std::optional<Digest> digestFromString(QStringView hex)
{
    return Digest::fromHex(hex.toLatin1().toStdString());
}

QByteArray digestToBytes(const Digest &digest)
{
    return QByteArray(reinterpret_cast<const char *>(digest.bytes().data()), Digest::Size);
}

std::optional<Digest> digestFromBytes(QByteArrayView bytes)
{
    if (bytes.size() != qsizetype{Digest::Size}) {
        return std::nullopt;
    }
    Digest::Bytes values{};
    std::copy(bytes.begin(), bytes.end(), values.begin());
    return Digest(values);
}

Digest sha256(QByteArrayView bytes)
{
    return digestFromBytes(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)).value_or(Digest());
}

} // namespace Porchlight
