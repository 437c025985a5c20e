// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "footageexchange.h"
#include "httpmessage.h"
#include "tokens.h"

namespace Porchlight {

/// The HTTP+JSON side of the exchange under /api/v1 (openapi.yaml): the police's half needs a token and a connection
/// from this computer; the list of all published requests is for everyone.
class PoliceApi final
{
public:
    PoliceApi(FootageExchange &exchange, const Tokens &tokens);

    /// `path` is what follows /api/v1.
    [[nodiscard]] HttpAnswer answer(const HttpQuestion &question, const QStringList &path);

private:
    [[nodiscard]] HttpAnswer facts() const;
    [[nodiscard]] HttpAnswer ledger() const;
    [[nodiscard]] HttpAnswer requests(const HttpQuestion &question, const QString &owner);
    [[nodiscard]] HttpAnswer oneRequest(const HttpQuestion &question, const QStringList &path, const QString &owner);
    [[nodiscard]] HttpAnswer publish(const HttpQuestion &question, const QString &owner);
    [[nodiscard]] HttpAnswer offers(const HttpQuestion &question, const QString &owner) const;
    [[nodiscard]] HttpAnswer clip(const HttpQuestion &question, const QString &offerId, const QString &owner) const;

    FootageExchange &m_exchange;
    const Tokens &m_tokens;
};

/// First and last byte asked for by a Range header of one range (RFC 9110, 14.1.2): the whole for no header or one
/// that is not understood; none for a range outside the `size`.
struct ByteRange
{
    qint64 first = 0;
    qint64 last = 0;
    bool isPart = false;

    bool operator==(const ByteRange &) const = default;
};
[[nodiscard]] std::optional<ByteRange> readRange(const QByteArray &header, qint64 size);

} // namespace Porchlight
