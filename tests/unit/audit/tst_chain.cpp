// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/chain.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Porchlight;
using namespace Qt::StringLiterals;

using Log = std::vector<CustodyEvent>;

namespace {

const CaseId FirstCase = CaseId::fromString(u"11111111-1111-4111-8111-111111111111"_s).value();
const CaseId OtherCase = CaseId::fromString(u"22222222-2222-4222-8222-222222222222"_s).value();

EventDraft draft(const QString &reason, std::optional<CaseId> caseId)
{
    return {.action = CustodyAction::ClipOpened,
            .subject = CustodySubject::Clip,
            .subjectId = u"c"_s,
            .caseId = caseId,
            .officer = {.id = u"2217"_s, .name = u"Officer 2217"_s, .agencyName = {}, .contact = {}},
            .reason = reason};
}

CustodyEvent append(Log &log, const EventDraft &next)
{
    const ChainHead head = log.empty() ? ChainHead() : ChainHead{.count = log.back().sequence, .hash = log.back().hash};
    const auto entriesOfCase = std::ranges::count_if(
        log, [&next](const CustodyEvent &event) { return event.caseId && event.caseId == next.caseId; });
    const CustodyEvent event =
        completeEvent(next, {.head = head,
                             .caseSequence = next.caseId ? entriesOfCase + 1 : 0,
                             .at = UtcTime::fromMicroseconds(1'700'000'000'000'000 + head.count * 1'000'000),
                             .workstation = u"LPD-14"_s,
                             .programVersion = u"0.1.0"_s});
    log.push_back(event);
    return event;
}

Log sampleLog()
{
    Log log;
    for (int number = 1; number <= 8; ++number) {
        append(log, draft(u"reason %1"_s.arg(number), number % 3 == 0 ? OtherCase : FirstCase));
    }
    return log;
}

ChainHead headOf(const Log &log)
{
    return {.count = log.back().sequence, .hash = log.back().hash};
}

/// What somebody does who holds the log but not what is known of it outside.
void rehash(Log &log)
{
    Digest previous;
    for (CustodyEvent &event : log) {
        event.previousHash = previous;
        event.hash = chainHash(event);
        previous = event.hash;
    }
}

using Attack = std::function<void(Log &)>;

} // namespace

Q_DECLARE_METATYPE(Attack)

class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAWholeLog()
    {
        const Log log = sampleLog();

        const ChainReport report = verifyChain(log, headOf(log));

        QVERIFY(report.isIntact());
        QCOMPARE(report.head, headOf(log));
        QVERIFY(report.clockWentBackAt.empty());
    }

    void acceptsAnEmptyLog() { QVERIFY(verifyChain(Log()).isIntact()); }

    void acceptsALogThatHasGrown()
    {
        Log log = sampleLog();
        const ChainHead known = headOf(log);
        append(log, draft(u"later"_s, FirstCase));

        QVERIFY(verifyChain(log, known).isIntact());
    }

    void namesTheFirstBrokenEntry_data()
    {
        QTest::addColumn<Attack>("attack");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("sequence");
        const auto row = [](const char *name, const Attack &attack, ChainFaultKind kind, int sequence) {
            QTest::newRow(name) << attack << static_cast<int>(kind) << sequence;
        };

        row("edited reason", [](Log &log) { log[3].reason = u"other"_s; }, ChainFaultKind::Edited, 4);
        row("edited outcome", [](Log &log) { log[3].outcome = CustodyOutcome::Refused; }, ChainFaultKind::Edited, 4);
        row("edited details", [](Log &log) { log[3].details.insert(u"a"_s, 1); }, ChainFaultKind::Edited, 4);
        row("changed display name", [](Log &log) { log[2].officer.name = u"Officer 9"_s; }, ChainFaultKind::Edited, 3);
        row("moved to another case", [](Log &log) { log[2].caseId = FirstCase; }, ChainFaultKind::Edited, 3);
        row("changed time", [](Log &log) { log[2].at = log[2].at + std::chrono::hours(1); }, ChainFaultKind::Edited, 3);
        row("changed format", [](Log &log) { log[2].format = 2; }, ChainFaultKind::Edited, 3);
        row("digest removed", [](Log &log) { log[7].digest = Digest(); }, ChainFaultKind::Edited, 8);
        row(
            "edited and hashed again",
            [](Log &log) {
                log[3].reason = u"other"_s;
                log[3].hash = chainHash(log[3]);
            },
            ChainFaultKind::Unlinked, 5);
        row("deleted in the middle", [](Log &log) { log.erase(log.begin() + 3); }, ChainFaultKind::Missing, 5);
        row("deleted at the front", [](Log &log) { log.erase(log.begin()); }, ChainFaultKind::Missing, 2);
        row(
            "deleted and numbered again",
            [](Log &log) {
                log.erase(log.begin() + 3);
                for (size_t index = 3; index < log.size(); ++index) {
                    log[index].sequence -= 1;
                }
            },
            ChainFaultKind::Edited, 4);
        row("reordered", [](Log &log) { std::swap(log[3], log[4]); }, ChainFaultKind::Missing, 5);
        row("moved behind", [](Log &log) { log.insert(log.begin() + 6, log[2]); }, ChainFaultKind::Reordered, 3);
        row("duplicated", [](Log &log) { log.insert(log.begin() + 4, log[3]); }, ChainFaultKind::Duplicated, 4);
        row(
            "inserted",
            [](Log &log) {
                CustodyEvent event = log[3];
                event.reason = u"never happened"_s;
                event.hash = chainHash(event);
                log.insert(log.begin() + 4, event);
            },
            ChainFaultKind::Reordered, 4);
        row("newest cut off", [](Log &log) { log.resize(5); }, ChainFaultKind::Truncated, 6);
        row("all cut off", [](Log &log) { log.clear(); }, ChainFaultKind::Truncated, 1);
        row(
            "written anew",
            [](Log &log) {
                log[1].reason = u"other"_s;
                rehash(log);
            },
            ChainFaultKind::Rewritten, 8);
        row(
            "older copy that went on",
            [](Log &log) {
                log.resize(6);
                append(log, draft(u"another future"_s, FirstCase));
                append(log, draft(u"and on"_s, FirstCase));
                append(log, draft(u"and on"_s, FirstCase));
            },
            ChainFaultKind::Rewritten, 8);
    }

    void namesTheFirstBrokenEntry()
    {
        QFETCH(Attack, attack);
        QFETCH(int, kind);
        QFETCH(int, sequence);
        Log log = sampleLog();
        const ChainHead known = headOf(log);

        attack(log);
        const ChainReport report = verifyChain(log, known);

        const ChainFault expected{.kind = static_cast<ChainFaultKind>(kind), .sequence = sequence};
        QVERIFY(report.fault.has_value());
        QCOMPARE(static_cast<int>(report.fault->kind), static_cast<int>(expected.kind));
        QCOMPARE(report.fault->sequence, expected.sequence);
    }

    void cannotSeeACutTailWithoutAKnownHead()
    {
        Log log = sampleLog();
        log.resize(5);

        QVERIFY(verifyChain(log).isIntact());
    }

    void saysWhereTheClockWentBack()
    {
        Log log = sampleLog();
        log[4].at = log[4].at - std::chrono::hours(1);
        rehash(log);

        const ChainReport report = verifyChain(log);

        QVERIFY(report.isIntact());
        QCOMPARE(report.clockWentBackAt, std::vector<qint64>{5});
    }

    void acceptsTheEntriesOfOneCase()
    {
        const Log extract = extractOf(sampleLog());

        QVERIFY(verifyExtract(extract, FirstCase, 6).isIntact());
    }

    void refusesAChangedExtract_data()
    {
        QTest::addColumn<Attack>("attack");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const Attack &attack, ChainFaultKind kind) {
            QTest::newRow(name) << attack << static_cast<int>(kind);
        };
        row("edited", [](Log &log) { log[2].reason = u"other"_s; }, ChainFaultKind::Edited);
        row("left out", [](Log &log) { log.erase(log.begin() + 2); }, ChainFaultKind::Missing);
        row("first left out", [](Log &log) { log.erase(log.begin()); }, ChainFaultKind::Missing);
        row("twice", [](Log &log) { log.insert(log.begin() + 2, log[2]); }, ChainFaultKind::Duplicated);
        row("out of order", [](Log &log) { std::swap(log[2], log[3]); }, ChainFaultKind::Missing);
        row("later one in front", [](Log &log) { log.push_back(log[1]); }, ChainFaultKind::Reordered);
        row("of another case", [](Log &log) { log[1] = sampleLog()[2]; }, ChainFaultKind::Unlinked);
        row("newest left out", [](Log &log) { log.pop_back(); }, ChainFaultKind::Truncated);
        row(
            "neighbours not linked",
            [](Log &log) {
                log[0].reason = u"other"_s;
                log[0].hash = chainHash(log[0]);
            },
            ChainFaultKind::Unlinked);
    }

    void refusesAChangedExtract()
    {
        QFETCH(Attack, attack);
        QFETCH(int, kind);
        Log extract = extractOf(sampleLog());

        attack(extract);
        const ChainReport report = verifyExtract(extract, FirstCase, 6);

        QVERIFY(report.fault.has_value());
        QCOMPARE(static_cast<int>(report.fault->kind), kind);
    }

private:
    static Log extractOf(const Log &log)
    {
        Log extract;
        std::ranges::copy_if(log, std::back_inserter(extract),
                             [](const CustodyEvent &event) { return event.caseId == FirstCase; });
        return extract;
    }
};

QTEST_APPLESS_MAIN(TestChain)
#include "tst_chain.moc"
