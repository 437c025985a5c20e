// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/clockset.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Porchlight;

namespace {

const ClockSet Sample{.by = ClockSource::TwoPoints,
                      .clock = {.statedStart = UtcTime::fromString(u"2026-11-22T21:13:40Z"_s),
                                .offsetMicroseconds = -3'200'000,
                                .uncertaintyMicroseconds = 100'000,
                                .driftPpb = -150'000,
                                .isChecked = true},
                      .before = {}};

} // namespace

class TestClockSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten() { QCOMPARE(clockSetFromJson(toJson(Sample)), std::optional(Sample)); }

    void everyWayHasAWordOfItsOwn()
    {
        QStringList words;
        for (const ClockSource source :
             {ClockSource::Entry, ClockSource::TwoPoints, ClockSource::Match, ClockSource::Hand}) {
            words.append(toWord(source));
            QCOMPARE(clockSourceFromWord(words.back()), std::optional(source));
        }
        QCOMPARE(words, QStringList({u"entry"_s, u"twoPoints"_s, u"match"_s, u"hand"_s}));
        QVERIFY(!clockSourceFromWord(u"Entry"));
    }

    void refusesWhatIsMissingOrWrong_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no clock") << QString() << u"clock"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("an unknown way") << QString() << u"by"_s << QJsonValue(u"guess"_s);
        QTest::newRow("an offset in words") << u"clock"_s << u"offsetMicroseconds"_s << QJsonValue(u"-3.2 s"_s);
        QTest::newRow("a time that is none") << u"before"_s << u"statedStart"_s << QJsonValue(u"yesterday"_s);
        QTest::newRow("no word on the check") << u"clock"_s << u"isChecked"_s << QJsonValue(QJsonValue::Undefined);
    }

    void refusesWhatIsMissingOrWrong()
    {
        QFETCH(QString, part);
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject details = toJson(Sample);
        QJsonObject inner = part.isEmpty() ? details : details[part].toObject();
        if (value.isUndefined()) {
            inner.remove(member);
        } else {
            inner[member] = value;
        }
        if (part.isEmpty()) {
            details = inner;
        } else {
            details[part] = inner;
        }
        QVERIFY(!clockSetFromJson(details));
    }
};

QTEST_APPLESS_MAIN(TestClockSet)

#include "tst_clockset.moc"
