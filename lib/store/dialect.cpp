// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/dialect.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

// An insert that replaces a row fires the trigger for deletions, because a connection of ours has recursive triggers.
QStringList sqliteGuard(const QString &table)
{
    const QString refusal = u"raise(abort, 'append only: %1')"_s.arg(table);
    return {
        u"create trigger %1_no_update before update on %1 begin select %2; end"_s.arg(table, refusal),
        u"create trigger %1_no_delete before delete on %1 begin select %2; end"_s.arg(table, refusal),
    };
}

QStringList postgresqlGuard(const QString &table)
{
    return {
        u"create function %1_refuse() returns trigger language plpgsql as "
        "$$ begin raise exception 'append only: %1'; end $$"_s.arg(table),
        u"create trigger %1_no_change before update or delete on %1 for each row execute function %1_refuse()"_s.arg(
            table),
        u"create trigger %1_no_truncate before truncate on %1 for each statement execute function %1_refuse()"_s.arg(
            table),
    };
}

} // namespace

const Dialect &Dialect::sqlite()
{
    static const Dialect dialect{
        .blobType = u"blob"_s,
        .beginWrite = {u"begin immediate"_s},
        .announce = {},
        .countTables = u"select count(*) from sqlite_schema"_s,
        .appendOnly = sqliteGuard,
    };
    return dialect;
}

const Dialect &Dialect::postgresql()
{
    static const Dialect dialect{
        .blobType = u"bytea"_s,
        // The number is this program's own: writers of one store wait for each other.
        .beginWrite = {u"begin"_s, u"select pg_advisory_xact_lock(7017206)"_s},
        .announce = u"notify %1"_s.arg(ChangeChannel),
        .countTables = u"select count(*) from pg_tables where schemaname = current_schema()"_s,
        .appendOnly = postgresqlGuard,
    };
    return dialect;
}

QStringList Dialect::statements(const QString &script) const
{
    constexpr QLatin1StringView GuardMark("${append_only ");
    QStringList result;
    QString statement;
    for (const QStringView line : QStringView(script).split(u'\n')) {
        const QStringView text = line.trimmed();
        if (text.isEmpty() || text.startsWith("--"_L1)) {
            continue;
        }
        if (text.startsWith(GuardMark)) {
            result += appendOnly(text.sliced(GuardMark.size()).chopped(1).toString());
            continue;
        }
        statement += text.toString().replace("${blob}"_L1, blobType) + u'\n';
        if (text.endsWith(u';')) {
            result.append(statement.trimmed().chopped(1));
            statement.clear();
        }
    }
    return result;
}

} // namespace Porchlight
