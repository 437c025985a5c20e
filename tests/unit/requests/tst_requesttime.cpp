// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/requesttime.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QTimeZone &newYork()
{
    static const QTimeZone zone("America/New_York");
    return zone;
}

UtcTime now()
{
    return *UtcTime::fromString(u"2026-11-24T15:42:00Z");
}

UtcTime at(QStringView text)
{
    return *UtcTime::fromString(text);
}

} // namespace

class TestRequestTime final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString evening = u"2026-11-23T01:00:00.000Z"_s;
        QTest::newRow("as shown") << u"22 Nov, 20:00"_s << evening;
        QTest::newRow("with year") << u"22 Nov 2026, 20:00"_s << evening;
        QTest::newRow("without comma") << u"22 November 20:00"_s << evening;
        QTest::newRow("month first") << u"Nov 22 8 pm"_s << evening;
        QTest::newRow("month first with year") << u"Nov 22, 2026 8:00 PM"_s << evening;
        QTest::newRow("weekday") << u"Sunday 22 November, 8:00 p.m."_s << evening;
        QTest::newRow("American") << u"11/22/2026 20:00"_s << evening;
        QTest::newRow("American without year") << u"11/22 20:00"_s << evening;
        QTest::newRow("ISO") << u"2026-11-22 20:00"_s << evening;
        QTest::newRow("ISO with T") << u"2026-11-22T20:00"_s << evening;
        QTest::newRow("ISO with seconds") << u"2026-11-22T20:00:00"_s << evening;
        QTest::newRow("a zone of its own") << u"2026-11-23T01:00:00Z"_s << evening;
        QTest::newRow("an offset of its own") << u"2026-11-22T20:00:00-05:00"_s << evening;
        QTest::newRow("blanks") << u"  22  Nov ,  20:00 "_s << evening;
        QTest::newRow("yesterday") << u"yesterday 8 pm"_s << u"2026-11-24T01:00:00.000Z"_s;
        QTest::newRow("time alone is today") << u"09:15"_s << u"2026-11-24T14:15:00.000Z"_s;
        QTest::newRow("last year's December") << u"30 Dec, 20:00"_s << u"2025-12-31T01:00:00.000Z"_s;
        QTest::newRow("noon") << u"22 Nov 12 pm"_s << u"2026-11-22T17:00:00.000Z"_s;
        QTest::newRow("midnight") << u"22 Nov 12 am"_s << u"2026-11-22T05:00:00.000Z"_s;
        QTest::newRow("summer time") << u"1 Oct 2026 20:00"_s << u"2026-10-02T00:00:00.000Z"_s;
    }

    void readsTimesAsPeopleWriteThem()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);

        const auto time = readTime(text, newYork(), now());

        QVERIFY(time);
        QCOMPARE(time->toString(), expected);
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "soon", "22 Nov", "22 Nov, 25:00", "31 Feb, 20:00", "22 Nov, 20:61", "13 pm", "20",
                                 "2026-13-01 10:00", "Nov Nov 20:00"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void refusesWhatIsNoTime()
    {
        QFETCH(const QString, text);

        QVERIFY(!readTime(text, newYork(), now()));
    }

    void takesTheDayOfTheBeginningForATimeAlone()
    {
        const auto time = readTime(u"22:30"_s, newYork(), now(), at(u"2026-11-23T01:00:00Z"));

        QVERIFY(time);
        QCOMPARE(time->toString(), u"2026-11-23T03:30:00.000Z"_s);
    }

    void readsADayAsItsLastSecond()
    {
        QCOMPARE(readEnd(u"6 Dec 2026"_s, newYork(), now())->toString(), u"2026-12-07T04:59:59.000Z"_s);
        QCOMPARE(readEnd(u"6 Dec"_s, newYork(), now())->toString(), u"2026-12-07T04:59:59.000Z"_s);
        QCOMPARE(readEnd(u"3 Jan"_s, newYork(), now())->toString(), u"2027-01-04T04:59:59.000Z"_s);
        QCOMPARE(readEnd(u"2026-12-06 12:00"_s, newYork(), now())->toString(), u"2026-12-06T17:00:00.000Z"_s);
        QVERIFY(!readEnd(u"never"_s, newYork(), now()));
        QVERIFY(!readEnd(QString(), newYork(), now()));
    }

    void readsWhatItShows()
    {
        const UtcTime time = at(u"2026-11-23T01:00:00Z");

        QCOMPARE(shortTime(time, newYork(), now()), u"22 Nov, 20:00"_s);
        QCOMPARE(readTime(shortTime(time, newYork(), now()), newYork(), now()), time);
        QCOMPARE(shortTime(at(u"2025-11-23T01:00:00Z"), newYork(), now()), u"22 Nov 2025, 20:00"_s);
        QCOMPARE(shortDay(at(u"2026-12-07T04:59:59Z"), newYork()), u"6 Dec 2026"_s);
    }

    void saysHoursForResidents()
    {
        const auto hours = [](QStringView from, QStringView to) {
            return hoursForResidents({.begin = at(from), .end = at(to)}, newYork());
        };

        QCOMPARE(hours(u"2026-11-23T01:00:00Z", u"2026-11-23T03:30:00Z"), u"Sunday 22 November, 8:00 – 10:30 pm EST"_s);
        QCOMPARE(hours(u"2026-11-22T16:00:00Z", u"2026-11-22T18:00:00Z"),
                 u"Sunday 22 November, 11:00 am – 1:00 pm EST"_s);
        QCOMPARE(hours(u"2026-11-23T03:00:00Z", u"2026-11-23T06:30:00Z"),
                 u"Sunday 22 November, 10:00 pm – Monday 23 November, 1:30 am EST"_s);
        QCOMPARE(
            hoursForResidents({.begin = at(u"2026-07-01T12:00:00Z"), .end = at(u"2026-07-01T13:00:00Z")}, zoneOf({})),
            u"Wednesday 1 July, 12:00 – 1:00 pm UTC"_s);
    }

    void saysLengths()
    {
        QCOMPARE(lengthText(150min), u"2 h 30 min"_s);
        QCOMPARE(lengthText(720min), u"12 h"_s);
        QCOMPARE(lengthText(15min), u"15 min"_s);
    }
};

QTEST_APPLESS_MAIN(TestRequestTime)
#include "tst_requesttime.moc"
