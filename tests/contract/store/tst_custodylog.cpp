// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/store/samples.h"
#include "contract/store/storeplace.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestCustodyLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_place.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void init()
    {
        m_options = {.address = m_place.newAddress(), .headFile = m_place.newHeadFile(), .workstation = u"LPD-14"_s};
        m_store = std::make_unique<Store>(m_options, m_clock);
        QVERIFY(answerOf(m_store->opened()).has_value());
    }

    void cleanup() { m_store.reset(); }

    void completesAnEntry()
    {
        const CaseId caseId = CaseId::create();
        EventDraft draft = sampleEvent(CustodyAction::ClipOpened, CustodySubject::Clip, u"clip-1"_s);
        draft.caseId = caseId;
        draft.digest = sampleFileClip(sampleCase()).digest;

        const auto entry = answerOf(m_store->record(draft));

        QVERIFY(entry.has_value());
        QCOMPARE(entry->sequence, 1);
        QCOMPARE(entry->caseSequence, 1);
        QCOMPARE(entry->at.microseconds(), m_clock.microseconds / 1000 * 1000);
        QCOMPARE(entry->workstation, u"LPD-14"_s);
        QCOMPARE(entry->programVersion, QStringLiteral(PORCHLIGHT_VERSION));
        QCOMPARE(entry->officer, draft.officer);
        QCOMPARE(entry->hash, chainHash(*entry));
        QCOMPARE(answerOf(m_store->custodyLog()).value(), std::vector{*entry});
    }

    void countsTheEntriesOfEachCase()
    {
        const CaseId one = CaseId::create();
        const CaseId two = CaseId::create();
        for (const CaseId &caseId : {one, two, one}) {
            record(CustodyAction::ClipOpened, caseId);
        }
        record(CustodyAction::SessionEnded);

        const auto log = answerOf(m_store->custodyLog()).value();

        QCOMPARE(log[0].caseSequence, 1);
        QCOMPARE(log[1].caseSequence, 1);
        QCOMPARE(log[2].caseSequence, 2);
        QCOMPARE(log[3].caseSequence, 0);
        QVERIFY(verifyExtract(answerOf(m_store->custodyLog({.caseId = one})).value(), one, 2).isIntact());
    }

    void keepsARefusedAttempt()
    {
        EventDraft draft = sampleEvent(CustodyAction::SoundPlayed, CustodySubject::Clip, u"clip-1"_s);
        draft.outcome = CustodyOutcome::Refused;
        draft.reason = u"no consent to sound"_s;

        QVERIFY(answerOf(m_store->record(draft)).has_value());

        const auto refused = answerOf(m_store->custodyLog({.outcome = CustodyOutcome::Refused})).value();
        QCOMPARE(refused.size(), 1U);
        QCOMPARE(refused[0].reason, u"no consent to sound"_s);
    }

    void refusesDetailsThatHaveNoSingleForm()
    {
        EventDraft draft = sampleEvent(CustodyAction::ClipOpened);
        draft.details.insert(u"seconds"_s, 0.1);

        QCOMPARE(answerOf(m_store->record(draft)).error().code, StoreError::BadValue);
        QCOMPARE(answerOf(m_store->chainHead()).value(), ChainHead());
    }

    void staysWholeWithAnyText()
    {
        for (const QString &text : {u"\0 nul"_s, QString(QChar(0xd800)), u"'; delete from custody_event; --"_s,
                                    u"\u202eright to left\u2028"_s, QString(100'000, u'x'), u"\\u0041 \" \t"_s}) {
            EventDraft draft = sampleEvent(CustodyAction::MarkerAdded);
            draft.reason = text;
            draft.details.insert(text, text);
            QVERIFY(answerOf(m_store->record(draft)).has_value());
        }

        QVERIFY(answerOf(m_store->verifyCustodyLog()).value().isIntact());
    }

    void narrowsTheLog()
    {
        const CaseId caseId = CaseId::create();
        record(CustodyAction::CaseOpened, caseId);
        m_clock.microseconds += 1'000'000;
        const UtcTime between = UtcTime::fromMicroseconds(m_clock.microseconds / 1000 * 1000);
        record(CustodyAction::ClipOpened, caseId, u"100%_sure"_s);
        record(CustodyAction::ClipOpened, {}, u"another"_s);

        QCOMPARE(sequences({.caseId = caseId}), (std::vector<qint64>{1, 2}));
        QCOMPARE(sequences({.action = CustodyAction::ClipOpened}), (std::vector<qint64>{2, 3}));
        QCOMPARE(sequences({.subjectId = u"another"_s}), (std::vector<qint64>{3}));
        QCOMPARE(sequences({.text = u"ZOË O'N"_s.toLower()}), (std::vector<qint64>{1, 2, 3}));
        QCOMPARE(sequences({.text = u"100%_s"_s}), (std::vector<qint64>{2}));
        QCOMPARE(sequences({.text = u"OPENED"_s}), (std::vector<qint64>{1, 2, 3}));
        QCOMPARE(sequences({.text = u"%"_s}), (std::vector<qint64>{2}));
        QCOMPARE(sequences({.text = u"Clip.Opened"_s, .until = between}), std::vector<qint64>());
        QCOMPARE(sequences({.from = between}), (std::vector<qint64>{2, 3}));
        QCOMPARE(sequences({.until = between}), (std::vector<qint64>{1}));
        QCOMPARE(sequences({.limit = 2, .order = CustodyFilter::Order::NewestFirst}), (std::vector<qint64>{3, 2}));
        QCOMPARE(sequences({.before = 2, .order = CustodyFilter::Order::NewestFirst}), (std::vector<qint64>{1}));
        QCOMPARE(sequences({.after = 1, .limit = 1}), (std::vector<qint64>{2}));
    }

    void refusesToChangeAnEntry_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << u"update custody_event set reason = 'other' where sequence = 2"_s;
        QTest::newRow("delete") << u"delete from custody_event where sequence = 2"_s;
        QTest::newRow("delete all") << u"delete from custody_event"_s;
        if (m_place.isServer()) {
            QTest::newRow("truncate") << u"truncate custody_event"_s;
        }
    }

    void refusesToChangeAnEntry()
    {
        QFETCH(QString, statement);
        fill(3);

        QVERIFY(StorePlace::meddle(m_options.address, {statement}).contains(u"append only"_s));

        QCOMPARE(answerOf(m_store->custodyLog()).value().size(), 3U);
        QVERIFY(answerOf(m_store->verifyCustodyLog()).value().isIntact());
    }

    void namesTheFirstBrokenEntry_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("sequence");
        const auto row = [](const char *name, const QString &statement, ChainFaultKind kind, qint64 sequence) {
            QTest::newRow(name) << statement.split(u';') << static_cast<int>(kind) << sequence;
        };
        row("edited", u"update custody_event set reason = 'other' where sequence = 3"_s, ChainFaultKind::Edited, 3);
        row("other name", u"update custody_event set officer_name = 'A' where sequence = 3"_s, ChainFaultKind::Edited,
            3);
        row("other time", u"update custody_event set at = at + 1000 where sequence = 3"_s, ChainFaultKind::Edited, 3);
        row("unknown word", u"update custody_event set action = 'clip.seen' where sequence = 3"_s,
            ChainFaultKind::Edited, 3);
        row("details doubled",
            u"update custody_event set details = '{\"frames\":1,\"frames\":212}' where sequence = 3"_s,
            ChainFaultKind::Edited, 3);
        row("details with blanks", u"update custody_event set details = '{\"frames\": 212}' where sequence = 3"_s,
            ChainFaultKind::Edited, 3);
        row("deleted in the middle", u"delete from custody_event where sequence = 3"_s, ChainFaultKind::Missing, 4);
        row("newest deleted", u"delete from custody_event where sequence > 3"_s, ChainFaultKind::Truncated, 4);
        row("all deleted", u"delete from custody_event"_s, ChainFaultKind::Truncated, 1);
        row("order changed",
            u"update custody_event set sequence = 99 where sequence = 2;"
            "update custody_event set sequence = 2 where sequence = 3;"
            "update custody_event set sequence = 3 where sequence = 99"_s,
            ChainFaultKind::Edited, 2);
    }

    void namesTheFirstBrokenEntry()
    {
        QFETCH(QStringList, statements);
        QFETCH(int, kind);
        QFETCH(qint64, sequence);
        fill(5);

        QCOMPARE(StorePlace::meddle(m_options.address, guardsOff() + statements), QString());
        const auto report = answerOf(m_store->verifyCustodyLog());

        QVERIFY(report.has_value() && report->fault.has_value());
        QCOMPARE(static_cast<int>(report->fault->kind), kind);
        QCOMPARE(report->fault->sequence, sequence);
    }

    void seesALogThatWasWrittenAnew()
    {
        fill(3);
        const StoreOptions other{.address = m_place.newAddress(), .headFile = {}, .workstation = u"LPD-14"_s};
        m_clock.microseconds += 5'000'000;
        m_store.reset();
        m_store = std::make_unique<Store>(other, m_clock);
        fill(3);
        m_store.reset();

        // The other history, looked at with what is known of the first.
        m_store =
            std::make_unique<Store>(StoreOptions{.address = other.address, .headFile = m_options.headFile}, m_clock);
        const auto opened = answerOf(m_store->opened());

        QVERIFY(opened.has_value());
        QCOMPARE(opened->log.fault, (ChainFault{.kind = ChainFaultKind::Rewritten, .sequence = 3}));
    }

    void saysAtOpeningThatTheLogIsBroken()
    {
        fill(3);
        m_store.reset();
        QCOMPARE(StorePlace::meddle(m_options.address,
                                    guardsOff() + QStringList{u"delete from custody_event where sequence = 3"_s}),
                 QString());

        m_store = std::make_unique<Store>(m_options, m_clock);
        const auto opened = answerOf(m_store->opened());

        QVERIFY(opened.has_value());
        QCOMPARE(opened->log.fault, (ChainFault{.kind = ChainFaultKind::Truncated, .sequence = 3}));
    }

    void remembersThatEntriesWereRemovedHoweverManyFollow()
    {
        fill(5);
        QCOMPARE(StorePlace::meddle(m_options.address,
                                    guardsOff() + QStringList{u"delete from custody_event where sequence > 3"_s}),
                 QString());

        fill(6);

        const ChainReport report = answerOf(m_store->verifyCustodyLog()).value();
        QCOMPARE(report.fault, (ChainFault{.kind = ChainFaultKind::Rewritten, .sequence = 5}));
    }

    void keepsOneChainWithTwoProgramsAtWork()
    {
        Store second(m_options, m_clock);
        std::vector<StoreFuture<CustodyEvent>> answers;
        for (int round = 0; round < 40; ++round) {
            answers.push_back(m_store->record(sampleEvent(CustodyAction::ClipOpened)));
            answers.push_back(second.record(sampleEvent(CustodyAction::MarkerAdded)));
        }
        for (const auto &answer : answers) {
            QVERIFY(answerOf(answer).has_value());
        }

        const ChainReport report = answerOf(m_store->verifyCustodyLog()).value();

        QVERIFY(report.isIntact());
        QCOMPARE(report.head.count, 80);
        QCOMPARE(answerOf(second.chainHead()).value(), report.head);
    }

    void finishesWhatWasAskedBeforeItEnds()
    {
        std::vector<StoreFuture<CustodyEvent>> answers;
        for (int round = 0; round < 20; ++round) {
            answers.push_back(m_store->record(sampleEvent(CustodyAction::ClipOpened)));
        }

        m_store.reset();

        for (const auto &answer : answers) {
            QVERIFY(answer.isFinished());
            QVERIFY(answer.result().has_value());
        }
    }

private:
    void record(CustodyAction action, std::optional<CaseId> caseId = {}, const QString &subjectId = {})
    {
        EventDraft draft = sampleEvent(action, CustodySubject::Clip, subjectId);
        draft.caseId = caseId;
        QVERIFY(answerOf(m_store->record(draft)).has_value());
    }

    void fill(int count)
    {
        for (int number = 0; number < count; ++number) {
            record(CustodyAction::ClipOpened, {}, QString::number(number));
        }
    }

    std::vector<qint64> sequences(const CustodyFilter &filter)
    {
        std::vector<qint64> found;
        const auto log = answerOf(m_store->custodyLog(filter)).value_or(std::vector<CustodyEvent>());
        for (const CustodyEvent &event : log) {
            found.push_back(event.sequence);
        }
        return found;
    }

    /// What somebody does who owns the database.
    QStringList guardsOff() const
    {
        if (m_place.isServer()) {
            return {u"alter table custody_event disable trigger user"_s};
        }
        return {u"drop trigger custody_event_no_update"_s, u"drop trigger custody_event_no_delete"_s};
    }

    StorePlace m_place;
    FixedClock m_clock;
    StoreOptions m_options;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestCustodyLog)
#include "tst_custodylog.moc"
