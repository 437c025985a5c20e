// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Porchlight {

/// The channel on which writers on a server announce what they commit.
constexpr QLatin1StringView ChangeChannel("porchlight_change");

/// The five things that the two databases say differently. All other SQL is the same text for both.
struct Dialect
{
    QString blobType;
    /// Begins a transaction that no other writer is in.
    QStringList beginWrite;
    /// Said in a transaction, tells other connections of it when it is committed; empty where they have to look.
    QString announce;
    /// How many tables of ours there are.
    QString countTables;
    /// Refuses every change of a table but new rows.
    QStringList (*appendOnly)(const QString &table);

    [[nodiscard]] static const Dialect &sqlite();
    [[nodiscard]] static const Dialect &postgresql();

    /// The statements of a migration file: ${blob} is the type, a line ${append_only TABLE} the guard of a table.
    [[nodiscard]] QStringList statements(const QString &script) const;
};

} // namespace Porchlight
