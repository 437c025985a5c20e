// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "siteerror.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Porchlight {

/// The tokens that agencies are known by: one a line in a file; lines that begin with # are remarks.
class Tokens final
{
public:
    /// Reads the file; without one a token is made and written to it.
    [[nodiscard]] static SiteResult<Tokens> open(const QString &file);

    /// Whose requests these are: a digest of the token in the Authorization header; none for a wrong one. Every token
    /// is compared in full.
    [[nodiscard]] std::optional<QString> ownerOf(const QByteArray &authorization) const;
    [[nodiscard]] const QByteArray &first() const { return m_tokens.first(); }

private:
    explicit Tokens(QList<QByteArray> tokens);

    QList<QByteArray> m_tokens;
};

} // namespace Porchlight
