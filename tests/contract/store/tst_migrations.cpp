// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/store/storeplace.h"
#include "store/connection.h"
#include "store/schema.h"

#include <QFileInfo>
#include <QTest>

#include <span>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcTime Now = UtcTime::fromMicroseconds(1'764'000'000'000'000);

std::vector<Migration> firstOf(size_t count)
{
    std::vector<Migration> migrations = allMigrations();
    migrations.resize(count);
    return migrations;
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_place.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void numbersItsStepsByTenOrByFiveBetweenTwo()
    {
        int last = 0;
        for (const Migration &migration : allMigrations()) {
            QVERIFY(migration.number == last + 5 || migration.number == last + 10);
            QCOMPARE(migration.number % 5, 0);
            last = migration.number;
            QVERIFY(!migration.name.isEmpty());
            QVERIFY(migration.oldestCompatible >= 10 && migration.oldestCompatible <= migration.number);
        }
        QVERIFY(last >= 80);
    }

    void makesANewStore()
    {
        const QString address = m_place.newAddress();

        const auto report = upgrade(address, allMigrations());

        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->number, allMigrations().back().number);
        QCOMPARE(report->run.size(), allMigrations().size());
        QVERIFY(report->backupFile.isEmpty());
    }

    void hasTheCustodyLogFromTheFirstStep()
    {
        const QString address = m_place.newAddress();

        QVERIFY(upgrade(address, firstOf(1)).has_value());

        QCOMPARE(StorePlace::rows(address, u"select count(*) from custody_event"_s), QStringList{u"0"_s});
        QCOMPARE(StorePlace::meddle(address, {u"delete from custody_event"_s}), QString());
    }

    void isTheSameUpgradedOrNew_data()
    {
        QTest::addColumn<size_t>("from");
        for (size_t count = 1; count < allMigrations().size(); ++count) {
            QTest::addRow("from step %zu", count) << count;
        }
    }

    void isTheSameUpgradedOrNew()
    {
        QFETCH(size_t, from);
        const QString fresh = m_place.newAddress();
        const QString old = m_place.newAddress();
        QVERIFY(upgrade(fresh, allMigrations()).has_value());
        QVERIFY(upgrade(old, firstOf(from)).has_value());

        const auto report = upgrade(old, allMigrations());

        QVERIFY(report.has_value());
        QCOMPARE(report->run.size(), allMigrations().size() - from);
        QCOMPARE(schemaOf(old), schemaOf(fresh));
        QVERIFY(schemaOf(fresh).size() > 20);
    }

    void copiesAFileBeforeItIsChanged()
    {
        const QString address = m_place.newAddress();
        QVERIFY(upgrade(address, firstOf(3)).has_value());

        const auto report = upgrade(address, allMigrations());

        QVERIFY(report.has_value());
        if (m_place.isServer()) { // A server has its own backups.
            QVERIFY(report->backupFile.isEmpty());
            return;
        }
        QVERIFY(QFileInfo::exists(report->backupFile));
        QCOMPARE(StorePlace::rows(report->backupFile, u"select max(number) from schema_migration"_s),
                 QStringList{u"30"_s});
    }

    void leavesAStoreThatIsUpToDateAlone()
    {
        const QString address = m_place.newAddress();
        QVERIFY(upgrade(address, allMigrations()).has_value());

        const auto report = upgrade(address, allMigrations());

        QVERIFY(report.has_value());
        QVERIFY(report->run.empty());
        QVERIFY(report->backupFile.isEmpty());
    }

    void refusesAStoreOfANewerProgram()
    {
        const QString address = m_place.newAddress();
        std::vector<Migration> newer = allMigrations();
        newer.push_back({.number = 9990,
                         .name = u"future"_s,
                         .script = u"create table future (id integer);\n"_s,
                         .oldestCompatible = 9990});
        QVERIFY(upgrade(address, newer).has_value());

        const auto report = upgrade(address, allMigrations());

        QCOMPARE(report.error().code, StoreError::NewerStore);
        QVERIFY(report.error().detail.contains(u"9990 future"_s));
    }

    void opensAStoreOfANewerProgramThatSaysItMay()
    {
        const QString address = m_place.newAddress();
        std::vector<Migration> newer = allMigrations();
        newer.push_back({.number = 9990,
                         .name = u"future"_s,
                         .script = u"create table future (id integer);\n"_s,
                         .oldestCompatible = 10});
        QVERIFY(upgrade(address, newer).has_value());

        const auto report = upgrade(address, allMigrations());

        QVERIFY(report.has_value());
        QCOMPARE(report->number, 9990);
    }

    void refusesAChangedStep()
    {
        const QString address = m_place.newAddress();
        QVERIFY(upgrade(address, allMigrations()).has_value());
        std::vector<Migration> changed = allMigrations();
        changed[2].script += u"-- one comment more\n"_s;

        const auto report = upgrade(address, changed);

        QCOMPARE(report.error().code, StoreError::ChangedMigration);
        QVERIFY(report.error().detail.startsWith(u"30 agencies"_s));
    }

    void refusesAGap()
    {
        const QString address = m_place.newAddress();
        QVERIFY(upgrade(address, allMigrations()).has_value());
        QCOMPARE(StorePlace::meddle(address, {u"delete from schema_migration where number = 20"_s}), QString());

        QCOMPARE(upgrade(address, allMigrations()).error().code, StoreError::ChangedMigration);
    }

    void takesBackAHalfWrittenStep()
    {
        const QString address = m_place.newAddress();
        QVERIFY(upgrade(address, firstOf(2)).has_value());
        const QStringList before = schemaOf(address);
        std::vector<Migration> broken = firstOf(2);
        broken.push_back({.number = 30,
                          .name = u"broken"_s,
                          .script = u"create table half (id integer);\ncreate table half (id integer);\n"_s,
                          .oldestCompatible = 10});

        const auto report = upgrade(address, broken);

        QCOMPARE(report.error().code, StoreError::MigrationFailed);
        QVERIFY(report.error().detail.startsWith(u"30 broken"_s));
        QCOMPARE(schemaOf(address), before);
        QVERIFY(upgrade(address, allMigrations()).has_value());
    }

    void refusesADatabaseOfAnotherProgram()
    {
        const QString address = m_place.newAddress();
        QCOMPARE(StorePlace::meddle(address, {u"create table theirs (id integer)"_s}), QString());

        QCOMPARE(upgrade(address, allMigrations()).error().code, StoreError::NotAStore);

        QCOMPARE(StorePlace::rows(address, u"select count(*) from theirs"_s), QStringList{u"0"_s});
    }

private:
    static StoreResult<SchemaReport> upgrade(const QString &address, const std::vector<Migration> &known)
    {
        Connection connection;
        return connection.open(address).and_then([&] { return bringUpToDate(connection, known, Now); });
    }

    /// Everything that makes up the schema, sorted, one thing a line.
    QStringList schemaOf(const QString &address) const
    {
        if (!m_place.isServer()) {
            return StorePlace::rows(address, u"select type, name, tbl_name, sql from sqlite_schema order by 1, 2"_s);
        }
        const QStringList columns = StorePlace::rows(
            address, u"select table_name, ordinal_position, column_name, data_type, is_nullable, column_default "
                     "from information_schema.columns where table_schema = 'public' order by 1, 2"_s);
        const QStringList constraints = StorePlace::rows(
            address, u"select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint "
                     "where connamespace = 'public'::regnamespace order by 1, 2"_s);
        const QStringList indexes =
            StorePlace::rows(address, u"select indexdef from pg_indexes where schemaname = 'public' order by 1"_s);
        const QStringList triggers = StorePlace::rows(
            address, u"select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1"_s);
        return columns + constraints + indexes + triggers;
    }

    StorePlace m_place;
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
