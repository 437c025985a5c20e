// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "core/digesttext.h"
#include "core/id.h"
#include "core/mediatime.h"
#include "core/utctime.h"

#include <QTest>

#include <limits>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestIsTheFipsExample()
    {
        const Digest digest = sha256("abc");

        QCOMPARE(digestToString(digest), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    }

    void digestTextIsReadStrictly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRead");
        const QString right = QString(u'a').repeated(64);
        QTest::newRow("lower case") << right << true;
        QTest::newRow("upper case") << right.toUpper() << true;
        QTest::newRow("one digit short") << right.chopped(1) << false;
        QTest::newRow("one digit long") << right + u'a' << false;
        QTest::newRow("blank inside") << right.chopped(1) + u' ' << false;
        QTest::newRow("letter beyond f") << right.chopped(1) + u'g' << false;
        QTest::newRow("empty") << QString() << false;
    }

    void digestTextIsReadStrictly()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isRead);

        QCOMPARE(digestFromString(text).has_value(), isRead);
    }

    void digestSurvivesBytesAndText()
    {
        const Digest digest = sha256("porch");

        QCOMPARE(digestFromBytes(digestToBytes(digest)), std::optional(digest));
        QCOMPARE(digestFromString(digestToString(digest)), std::optional(digest));
        QVERIFY(!digestFromBytes("short"));
    }

    void idsAreDistinctAndSurviveText()
    {
        const CaseId first = CaseId::create();
        const CaseId second = CaseId::create();

        QVERIFY(first != second);
        QCOMPARE(CaseId::fromString(first.toString()), std::optional(first));
        QVERIFY(!CaseId::fromString(u"not an id"));
        QVERIFY(CaseId().isNull());
    }

    void mediaTimesOfDifferentBasesCompareByValue()
    {
        const TimeBase mpeg{.numerator = 1, .denominator = 90'000};
        const TimeBase milliseconds{.numerator = 1, .denominator = 1'000};

        QVERIFY(MediaTime(90'000, mpeg) == MediaTime(1'000, milliseconds));
        QVERIFY(MediaTime(90'001, mpeg) > MediaTime(1'000, milliseconds));
        QVERIFY(MediaTime(-90'001, mpeg) < MediaTime(-1'000, milliseconds));
    }

    void mediaTimeKeepsExactAtTheEndsOfItsRange()
    {
        constexpr qint64 Most = std::numeric_limits<qint64>::max();
        const TimeBase coarse{.numerator = 1, .denominator = 2};
        const TimeBase fine{.numerator = 1, .denominator = std::numeric_limits<qint32>::max()};

        QVERIFY(MediaTime(Most, coarse) > MediaTime(Most - 1, coarse));
        QVERIFY(MediaTime(Most, coarse) > MediaTime(Most, fine));
    }

    void mediaTimeRoundsToMicroseconds()
    {
        const TimeBase third{.numerator = 1, .denominator = 3};

        QCOMPARE(MediaTime(1, third).microseconds(), 333'333);
        QCOMPARE(MediaTime(2, third).microseconds(), 666'667);
        QCOMPARE(MediaTime(-2, third).microseconds(), -666'667);
    }

    void utcTimeNeedsAZone()
    {
        QVERIFY(!UtcTime::fromString(u"2026-11-24T05:29:00"));
        QVERIFY(!UtcTime::fromString(u"yesterday"));
        QCOMPARE(UtcTime::fromString(u"2026-11-24T05:29:00.120+01:00"),
                 UtcTime::fromString(u"2026-11-24T04:29:00.120Z"));
    }

    void utcTimeSurvivesText()
    {
        const UtcTime time = UtcTime::fromMicroseconds(1'795'498'140'120'000);

        QCOMPARE(UtcTime::fromString(time.toString()), std::optional(time));
    }

    void timeSpanIsHalfOpen()
    {
        const TimeSpan span{.begin = UtcTime::fromMicroseconds(10), .end = UtcTime::fromMicroseconds(20)};

        QVERIFY(span.contains(UtcTime::fromMicroseconds(10)));
        QVERIFY(!span.contains(UtcTime::fromMicroseconds(20)));
        QCOMPARE(span.length(), std::chrono::microseconds(10));
    }

    void systemClockGoesOn()
    {
        const SystemClock clock;
        const UtcTime before = clock.now();

        QVERIFY(before.toDateTime().date().year() >= 2026);
        QVERIFY(clock.now() >= before);
    }
};

QTEST_APPLESS_MAIN(TestCore)
#include "tst_core.moc"
