// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokens.h"

#include "secretfile.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype ShortestToken = 16;
constexpr QByteArrayView Scheme = "Bearer ";

QByteArray newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + '\n';
}

} // namespace

Tokens::Tokens(QList<QByteArray> tokens)
    : m_tokens(std::move(tokens))
{}

SiteResult<Tokens> Tokens::open(const QString &file)
{
    const SiteResult<QByteArray> text = readOrMakeSecret(file, &newToken);
    if (!text) {
        return std::unexpected(text.error());
    }
    QList<QByteArray> tokens;
    for (const QByteArray &line : text->split('\n')) {
        const QByteArray token = line.trimmed();
        if (!token.isEmpty() && !token.startsWith('#')) {
            tokens.append(token);
        }
    }
    for (const QByteArray &token : std::as_const(tokens)) {
        if (token.size() < ShortestToken) {
            return fail(SiteError::CannotOpen, u"%1: a token has fewer than 16 characters"_s.arg(file));
        }
    }
    if (tokens.isEmpty()) {
        return fail(SiteError::CannotOpen, u"%1 holds no token"_s.arg(file));
    }
    return Tokens(tokens);
}

std::optional<QString> Tokens::ownerOf(const QByteArray &authorization) const
{
    if (!authorization.startsWith(Scheme)) {
        return std::nullopt;
    }
    const QByteArray given = authorization.sliced(Scheme.size()).trimmed();
    std::optional<QString> owner;
    for (const QByteArray &token : m_tokens) {
        if (isSameSecret(token, given)) {
            owner = QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
        }
    }
    return owner;
}

} // namespace Porchlight
