// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/store/samples.h"
#include "contract/store/storeplace.h"
#include "store/cases.h"
#include "store/connection.h"
#include "store/schema.h"
#include "store/session.h"

#include <QFile>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

/// What can happen to a store that is a file.
class TestStoreFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = {.address = m_folder->filePath(u"new/folder/porchlight.sqlite"_s),
                     .headFile = m_folder->filePath(u"head.json"_s),
                     .workstation = u"LPD-14"_s};
    }

    void opensWithTheSettingsThatEvidenceNeeds()
    {
        Connection connection;
        QVERIFY(connection.open(m_options.address).has_value());

        QCOMPARE(connection.number(u"pragma foreign_keys"_s).value(), 1);
        QCOMPARE(connection.number(u"pragma synchronous"_s).value(), 2);
        QCOMPARE(connection.number(u"pragma trusted_schema"_s).value(), 0);
        QCOMPARE(connection.number(u"pragma application_id"_s).value(), 0x50524c54);
        QCOMPARE(StorePlace::rows(m_options.address, u"pragma journal_mode"_s), QStringList{u"wal"_s});
        constexpr auto OfOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther;
        QCOMPARE(QFile::permissions(m_options.address) & OfOthers, QFileDevice::Permissions());
    }

    void refusesAReplacedEntryOnItsOwnConnection()
    {
        fill(2);
        Connection connection;
        QVERIFY(connection.open(m_options.address).has_value());

        const auto replaced = connection.execute(u"insert or replace into custody_event select 1, format, 9, at, "
                                                 "action, subject, subject_id, case_id, digest, officer_id, "
                                                 "officer_name, officer_agency, officer_contact, outcome, 'x', "
                                                 "details, workstation, program_version, previous_hash, 'h' "
                                                 "from custody_event where sequence = 1"_s);

        QCOMPARE(replaced.error().code, StoreError::NotAllowed);
    }

    void leavesNothingOfARemovedKeyInItsFiles()
    {
        Store writing(m_options, m_clock);
        QVERIFY(answerOf(writing.opened()).has_value());
        const CaseFile caseFile = sampleCase();
        QVERIFY(answerOf(writing.addCase(caseFile, sampleEvent(CustodyAction::CaseOpened))).has_value());
        const SharedClip clip = sampleFileClip(caseFile);
        QVERIFY(answerOf(writing.addClip(clip, {}, sampleEvent(CustodyAction::ClipImported))).has_value());
        const QByteArray key = answerOf(writing.clipKey(clip.digest)).value().toBytes();
        const auto isOnDisk = [this, &key] {
            return contentOf(m_options.address).contains(key) || contentOf(m_options.address + u"-wal"_s).contains(key);
        };
        QVERIFY(isOnDisk());

        QVERIFY(answerOf(writing.setClipState(clip.id, ClipState::Declined, u"why"_s,
                                              sampleEvent(CustodyAction::ClipDeclined)))
                    .has_value());

        QVERIFY(!isOnDisk());
    }

    void refusesAFileThatIsNoDatabase()
    {
        const QString path =
            fileWith("This is not a database, but somebody's letter, and it is long enough to be read.");

        QCOMPARE(openingError(path), StoreError::NotAStore);
        QCOMPARE(contentOf(path).first(7), QByteArray("This is"));
    }

    void refusesADamagedStore()
    {
        fill(200);
        QByteArray bytes = contentOf(m_options.address);
        for (qsizetype at = 5000; at < bytes.size(); at += 4096) {
            bytes.replace(at, 512, QByteArray(512, '\xa5'));
        }
        const QString damaged = fileWith(bytes);

        QCOMPARE(openingError(damaged), StoreError::NotAStore);
        QCOMPARE(contentOf(damaged), bytes);
    }

    void refusesATruncatedStore()
    {
        fill(200);
        const QByteArray bytes = contentOf(m_options.address);

        QCOMPARE(openingError(fileWith(bytes.first(bytes.size() / 2))), StoreError::NotAStore);
    }

    void refusesADatabaseOfAnotherProgram()
    {
        const QString path = m_folder->filePath(u"theirs.sqlite"_s);
        QCOMPARE(StorePlace::meddle(path, {u"create table theirs (id integer)"_s, u"pragma application_id = 77"_s}),
                 QString());

        QCOMPARE(openingError(path), StoreError::NotAStore);
        QCOMPARE(StorePlace::rows(path, u"pragma application_id"_s), QStringList{u"77"_s});
    }

    void saysThatItCannotBeOpened()
    {
        const QString notAFolder = fileWith("a file");

        QCOMPARE(openingError(notAFolder + u"/store.sqlite"_s), StoreError::CannotOpen);
        QCOMPARE(openingError(u"postgresql://nobody@/store?host=/no/such/folder"_s), StoreError::CannotOpen);
    }

    void answersEveryQuestionWithTheFailureOfOpening()
    {
        Store store({.address = fileWith("not a database at all, and long enough to be looked at as one")}, m_clock);

        QCOMPARE(answerOf(store.cases()).error().code, StoreError::NotAStore);
        QCOMPARE(answerOf(store.addCase(sampleCase(), {})).error().code, StoreError::NotAStore);
    }

    void losesNothingWhenTheDiskIsFull()
    {
        StoreSession session(m_options, m_clock, [](const StoreChange &) {});
        QVERIFY(session.open().has_value());
        QVERIFY(session.record(sampleEvent(CustodyAction::SessionStarted)).has_value());
        const qint64 pages = session.connection().number(u"pragma page_count"_s).value();
        QVERIFY(session.connection().execute(u"pragma max_page_count = %1"_s.arg(pages + 20)).has_value());

        qint64 kept = 1;
        StoreResult<CustodyEvent> entry;
        while ((entry = session.record(largeEvent()))) {
            ++kept;
        }
        const auto addition = session.write(largeEvent(), [](Connection &connection) {
            return insertCase(connection, sampleCase()).transform([] { return StoreChange(); });
        });

        QCOMPARE(entry.error().code, StoreError::NoSpace);
        QCOMPARE(addition.error().code, StoreError::NoSpace);
        QVERIFY(findCases(session.connection()).value().empty());
        QCOMPARE(session.verifyLog().value().head.count, kept);
        QVERIFY(session.verifyLog().value().isIntact());
        QVERIFY(session.connection().execute(u"pragma max_page_count = 100000"_s).has_value());
        QVERIFY(session.record(largeEvent()).has_value());
        QCOMPARE(session.verifyLog().value().head.count, kept + 1);
    }

    void refusesToUpgradeWhenTheDiskIsFullAndKeepsWhatWasThere()
    {
        Connection connection;
        QVERIFY(connection.open(m_options.address).has_value());
        std::vector<Migration> first = allMigrations();
        first.resize(2);
        QVERIFY(bringUpToDate(connection, first, m_clock.now()).has_value());
        const qint64 pages = connection.number(u"pragma page_count"_s).value();
        QVERIFY(connection.execute(u"pragma max_page_count = %1"_s.arg(pages + 3)).has_value());

        const auto report = bringUpToDate(connection, allMigrations(), m_clock.now());

        QCOMPARE(report.error().code, StoreError::NoSpace);
        QVERIFY(connection.execute(u"pragma max_page_count = 100000"_s).has_value());
        QCOMPARE(bringUpToDate(connection, allMigrations(), m_clock.now())->number, allMigrations().back().number);
    }

private:
    static EventDraft largeEvent()
    {
        EventDraft draft = sampleEvent(CustodyAction::ClipOpened);
        draft.reason = QString(10'000, u'x');
        return draft;
    }

    void fill(int count)
    {
        Store store(m_options, m_clock);
        for (int number = 0; number < count; ++number) {
            store.record(sampleEvent(CustodyAction::ClipOpened));
        }
        QVERIFY(answerOf(store.chainHead()).has_value());
    }

    StoreError openingError(const QString &path)
    {
        Store store({.address = path}, m_clock);
        const auto opened = answerOf(store.opened());
        return opened ? StoreError::AlreadyThere : opened.error().code;
    }

    QString fileWith(const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(u"given.sqlite"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName();
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    FixedClock m_clock;
    StoreOptions m_options;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_storefile.moc"
