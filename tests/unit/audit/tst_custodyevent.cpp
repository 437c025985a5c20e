// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/chain.h"
#include "core/digesttext.h"

#include <QJsonArray>
#include <QTest>

#include <limits>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

CustodyEvent entry()
{
    const EventDraft draft{.action = CustodyAction::ClipOpened,
                           .subject = CustodySubject::Clip,
                           .subjectId = u"clip-1"_s,
                           .caseId = CaseId::fromString(u"0b8f4a51-1111-4222-8333-444455556666"_s),
                           .digest = sha256("bytes"),
                           .officer = {.id = u"2217"_s,
                                       .name = u"Zoë \"Z\" O'Neil"_s,
                                       .agencyName = u"Larkfield PD"_s,
                                       .contact = u"555 0100"_s},
                           .reason = u"line\nbreak \u20ac \u0001 / \\ end"_s,
                           .details = {{u"frames"_s, 212}, {u"list"_s, QJsonArray{true, u"x"_s, -3}}}};
    return completeEvent(draft, {.head = {.count = 4, .hash = sha256("before")},
                                 .caseSequence = 2,
                                 .at = UtcTime::fromString(u"2026-11-23T23:38:58.123Z"_s).value(),
                                 .workstation = u"LPD-14"_s,
                                 .programVersion = u"0.1.0"_s});
}

} // namespace

class TestCustodyEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheCanonicalForm()
    {
        QByteArray expected = "{`action`:`clip.opened`,`at`:`2026-11-23T23:38:58.123Z`,"
                              "`caseId`:`0b8f4a51-1111-4222-8333-444455556666`,`caseSequence`:2,"
                              "`details`:{`frames`:212,`list`:[true,`x`,-3]},"
                              "`digest`:`277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9`,"
                              "`format`:1,`officer`:{`agency`:`Larkfield PD`,`contact`:`555 0100`,`id`:`2217`,"
                              "`name`:`Zo\xc3\xab \\`Z\\` O'Neil`},`outcome`:`done`,`previous`:`PREVIOUS`,"
                              "`programVersion`:`0.1.0`,`reason`:`line\\nbreak \xe2\x82\xac \\u0001 / \\\\ end`,"
                              "`sequence`:5,`subject`:`clip`,`subjectId`:`clip-1`,`workstation`:`LPD-14`}";
        expected.replace('`', '"').replace("PREVIOUS", digestToString(sha256("before")).toLatin1());

        QCOMPARE(canonicalBytes(entry()), expected);
        QCOMPARE(entry().hash, sha256(expected));
    }

    void readsItsOwnLine()
    {
        const CustodyEvent event = entry();

        QCOMPARE(custodyEventFromJsonLine(toJsonLine(event)), event);
    }

    void refusesAnyOtherForm_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("blank") << QByteArray("\"format\":1") << QByteArray("\"format\": 1");
        QTest::newRow("doubled key") << QByteArray("\"format\":1") << QByteArray("\"format\":2,\"format\":1");
        QTest::newRow("number as fraction") << QByteArray("\"format\":1") << QByteArray("\"format\":1.0");
        QTest::newRow("number with exponent") << QByteArray("\"format\":1") << QByteArray("\"format\":1e0");
        QTest::newRow("escape") << QByteArray("LPD-14") << QByteArray("LPD\\u002d14");
        QTest::newRow("unknown key") << QByteArray("\"format\":1") << QByteArray("\"extra\":1,\"format\":1");
        QTest::newRow("missing key") << QByteArray("\"format\":1,") << QByteArray();
        QTest::newRow("unknown action") << QByteArray("clip.opened") << QByteArray("clip.looked");
        QTest::newRow("time without zone") << QByteArray("58.123Z") << QByteArray("58.123");
        QTest::newRow("upper-case digest") << QByteArray("277089d9") << QByteArray("277089D9");
        QTest::newRow("carriage return") << QByteArray("LPD-14\"}") << QByteArray("LPD-14\"}\r");
        QTest::newRow("invalid UTF-8") << QByteArray("LPD-14") << QByteArray("LPD\xff");
    }

    void refusesAnyOtherForm()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray line = toJsonLine(entry());
        QVERIFY(line.contains(from));

        line.replace(from, to);

        QVERIFY(!custodyEventFromJsonLine(line).has_value());
    }

    void knowsEachActionByItsWord()
    {
        for (const CustodyAction action : allCustodyActions()) {
            QCOMPARE(custodyActionFromWord(toWord(action)), action);
        }
    }

    void refusesDetailsThatHaveNoSingleForm()
    {
        QVERIFY(hasCanonicalDetails({{u"a"_s, 1}, {u"b"_s, QJsonObject{{u"c"_s, QJsonArray{1, u"x"_s, false}}}}}));
        QVERIFY(!hasCanonicalDetails({{u"a"_s, 0.5}}));
        QVERIFY(!hasCanonicalDetails({{u"a"_s, QJsonArray{1, QJsonObject{{u"b"_s, 1e300}}}}}));
        QVERIFY(!hasCanonicalDetails({{u"a"_s, std::numeric_limits<double>::quiet_NaN()}}) ||
                QJsonValue(std::numeric_limits<double>::quiet_NaN()).isNull());
    }

    void makesTextsThatEveryDatabaseKeeps()
    {
        const CustodyEvent event =
            completeEvent({.reason = u"a"_s + QChar(u'\0') + QChar(0xd800) + u"b"_s}, {.head = {}, .at = {}});

        QCOMPARE(event.reason, u"a\ufffd?b"_s);
    }

    void keepsTimesToTheMillisecond()
    {
        const CustodyEvent event = completeEvent({}, {.head = {}, .at = UtcTime::fromMicroseconds(1'234'567'891)});

        QCOMPARE(event.at, UtcTime::fromMicroseconds(1'234'567'000));
    }
};

QTEST_APPLESS_MAIN(TestCustodyEvent)
#include "tst_custodyevent.moc"
