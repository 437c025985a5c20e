// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/schema.h"

#include "core/digesttext.h"
#include "store/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct Recorded
{
    int number = 0;
    QString name;
    Digest digest;
    int oldestCompatible = 0;
};

Recorded readRecorded(Row &row)
{
    return {.number = row.smallInteger(),
            .name = row.text(),
            .digest = row.digest(),
            .oldestCompatible = row.smallInteger()};
}

StoreResult<std::vector<Recorded>> recordedMigrations(Connection &connection)
{
    Statement statement(connection, u"select number, name, sha256, oldest_compatible from schema_migration "
                                    "order by number"_s);
    return statement.all(readRecorded);
}

/// How many of the known steps are in the store, or why it is refused.
StoreResult<size_t> checkRecorded(const std::vector<Recorded> &recorded, const std::vector<Migration> &known)
{
    const int newestKnown = known.empty() ? 0 : known.back().number;
    size_t next = 0;
    for (const Recorded &step : recorded) {
        if (step.number > newestKnown) {
            if (step.oldestCompatible > newestKnown) {
                return fail(StoreError::NewerStore, u"%1 %2"_s.arg(step.number).arg(step.name));
            }
            continue;
        }
        if (next == known.size() || known[next].number != step.number) {
            return fail(StoreError::ChangedMigration, u"%1 %2"_s.arg(step.number).arg(step.name));
        }
        if (known[next].digest() != step.digest) {
            return fail(StoreError::ChangedMigration, u"%1 %2: sha256"_s.arg(step.number).arg(step.name));
        }
        ++next;
    }
    return next;
}

StoreResult<void> createRecord(Connection &connection)
{
    return connection.execute(u"create table if not exists schema_migration (number integer not null primary key, "
                              "name text not null, sha256 text not null, applied_at bigint not null, "
                              "oldest_compatible integer not null)"_s);
}

StoreResult<void> runMigration(Connection &connection, const Migration &migration, UtcTime now)
{
    for (const QString &sql : connection.dialect().statements(migration.script)) {
        if (const auto done = connection.execute(sql); !done) {
            return done;
        }
    }
    Statement record(connection, u"insert into schema_migration (number, name, sha256, applied_at, oldest_compatible) "
                                 "values (:number, :name, :sha256, :applied_at, :oldest_compatible)"_s);
    return record.bind(u"number"_s, migration.number)
        .bind(u"name"_s, migration.name)
        .bind(u"sha256"_s, migration.digest())
        .bind(u"applied_at"_s, now)
        .bind(u"oldest_compatible"_s, migration.oldestCompatible)
        .run();
}

/// One step in one transaction. Another program may have taken it in between; then there is nothing to do.
StoreResult<bool> takeStep(Connection &connection, const std::vector<Migration> &known, size_t index, UtcTime now)
{
    WriteTransaction transaction(connection);
    if (!transaction.begun()) {
        return std::unexpected(transaction.begun().error());
    }
    const auto place = createRecord(connection)
                           .and_then([&] { return recordedMigrations(connection); })
                           .and_then([&](const auto &recorded) { return checkRecorded(recorded, known); });
    if (!place) {
        return std::unexpected(place.error());
    }
    if (*place != index) {
        return false;
    }
    const auto done = runMigration(connection, known[index], now).and_then([&] { return transaction.commit(); });
    if (!done) {
        const StoreError code = done.error().code;
        const bool isOwn = code == StoreError::NoSpace || code == StoreError::InUse;
        return fail(isOwn ? code : StoreError::MigrationFailed,
                    u"%1 %2: %3"_s.arg(known[index].number).arg(known[index].name, done.error().detail));
    }
    return true;
}

StoreResult<QString> backUp(Connection &connection, int newest, UtcTime now)
{
    if (!connection.isFile() || newest == 0) {
        return QString();
    }
    const QString stamp = now.toDateTime().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString path = u"%1.before-%2-%3"_s.arg(connection.file()).arg(newest).arg(stamp);
    while (QFile::exists(path)) {
        path += u'+';
    }
    Statement copy(connection, u"vacuum into :path"_s);
    return copy.bind(u"path"_s, path).run().transform([&path] { return path; });
}

StoreResult<bool> hasRecord(Connection &connection)
{
    const auto tables = connection.number(connection.dialect().countTables);
    return tables.transform([](qint64 count) { return count > 0; });
}

} // namespace

Digest Migration::digest() const
{
    return sha256(script.toUtf8());
}

std::vector<Migration> allMigrations()
{
    constexpr QLatin1StringView CompatibleMark("-- oldest compatible: ");
    std::vector<Migration> migrations;
    const QDir folder(u":/store/migrations"_s);
    for (const QString &fileName : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(fileName));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        Migration migration{.number = fileName.section(u'_', 0, 0).toInt(),
                            .name = QFileInfo(fileName).completeBaseName().section(u'_', 1),
                            .script = QString::fromUtf8(file.readAll()),
                            .oldestCompatible = 0};
        const qsizetype mark = migration.script.indexOf(CompatibleMark);
        migration.oldestCompatible =
            QStringView(migration.script).sliced(mark + CompatibleMark.size()).split(u'\n').first().toInt();
        migrations.push_back(std::move(migration));
    }
    return migrations;
}

StoreResult<SchemaReport> bringUpToDate(Connection &connection, const std::vector<Migration> &known, UtcTime now)
{
    const auto isOld = hasRecord(connection);
    if (!isOld) {
        return std::unexpected(isOld.error());
    }
    std::vector<Recorded> recorded;
    if (*isOld) {
        auto found = recordedMigrations(connection);
        if (!found) {
            return fail(found.error().code == StoreError::InUse ? StoreError::InUse : StoreError::NotAStore,
                        found.error().detail);
        }
        recorded = std::move(*found);
    }
    const auto place = checkRecorded(recorded, known);
    if (!place) {
        return std::unexpected(place.error());
    }
    SchemaReport report{.number = recorded.empty() ? 0 : recorded.back().number, .run = {}, .backupFile = {}};
    if (*place < known.size()) {
        const auto backup = backUp(connection, report.number, now);
        if (!backup) {
            return std::unexpected(backup.error());
        }
        report.backupFile = *backup;
    }
    for (size_t index = *place; index < known.size(); ++index) {
        const auto taken = takeStep(connection, known, index, now);
        if (!taken) {
            return std::unexpected(taken.error());
        }
        if (*taken) {
            report.run.push_back(known[index].number);
        }
        report.number = std::max(report.number, known[index].number);
    }
    return report;
}

} // namespace Porchlight
