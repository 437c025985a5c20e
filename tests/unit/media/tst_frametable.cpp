// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/framecsv.h"
#include "media/frametable.h"

#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

FrameRow row(qint64 number, qint64 milliseconds, qint64 duration = 0)
{
    FrameRow row;
    row.number = number;
    row.pts = milliseconds + 1000;
    row.ticks = milliseconds + 1000;
    row.timeBase = {1, 1000};
    row.microseconds = milliseconds * 1000;
    row.durationTicks = duration;
    return row;
}

FrameTable tableOf(const QList<FrameRow> &rows)
{
    FrameTable table;
    table.append(rows);
    return table;
}

} // namespace

class tst_FrameTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFrameOnScreen();
    void countsFramesThatHoldTheSamePixels();
    void findsTheFrameWhereTimesRunBackwards();
    void prefersTheLaterOfTwins();
    void endsWhereTheLastFrameEnds();
    void standsInForFramesThatWereNotSeenYet();
    void writesOneRowAFrame();
    void leavesUnknownCellsEmpty();
};

void tst_FrameTable::standsInForFramesThatWereNotSeenYet()
{
    QList<FrameRow> promised{row(0, 0), row(1, 40), row(2, 80)};
    std::ranges::for_each(promised, [](FrameRow &frame) { frame.isProvisional = true; });
    FrameTable table;
    table.expect(promised);

    QCOMPARE(table.size(), 0);
    QCOMPARE(table.expectedSize(), 3);
    table.append({row(0, 0), row(1, 41)});
    QVERIFY(!table.expectedAt(1).isProvisional);
    QCOMPARE(table.expectedAt(1).microseconds, 41'000);
    QVERIFY(table.expectedAt(2).isProvisional);

    // One that was promised did not come.
    table.complete(false);
    QCOMPARE(table.expectedSize(), 2);
}

void tst_FrameTable::countsFramesThatHoldTheSamePixels()
{
    QList<FrameRow> rows;
    for (const quint64 hash : {7, 7, 7, 9, 7, 0, 0}) {
        rows.append(row(rows.size(), rows.size() * 40));
        rows.last().quickHash = hash;
    }
    const FrameTable table = tableOf(rows);

    QCOMPARE(table.repeatsBefore(0), std::optional<qint64>(0));
    QCOMPARE(table.repeatsBefore(2), std::optional<qint64>(2));
    QCOMPARE(table.repeatsBefore(3), std::optional<qint64>(0));
    QCOMPARE(table.repeatsBefore(4), std::optional<qint64>(0));
    QCOMPARE(table.repeatsBefore(6), std::optional<qint64>()); // nobody has compared
    QCOMPARE(table.repeatsBefore(7), std::optional<qint64>());
}

void tst_FrameTable::findsTheFrameOnScreen()
{
    const FrameTable table = tableOf({row(0, 0), row(1, 40), row(2, 540)});

    QVERIFY(!FrameTable().numberAt(0));
    QCOMPARE(table.numberAt(-1), 0);
    QCOMPARE(table.numberAt(0), 0);
    QCOMPARE(table.numberAt(39'999), 0);
    QCOMPARE(table.numberAt(40'000), 1);
    QCOMPARE(table.numberAt(539'999), 1);
    QCOMPARE(table.numberAt(99'000'000), 2);
}

void tst_FrameTable::findsTheFrameWhereTimesRunBackwards()
{
    FrameTable table = tableOf({row(0, 0), row(1, 100)});
    table.append({row(2, 50), row(3, 150)});

    QCOMPARE(table.numberAt(60'000), 2);
    QCOMPARE(table.numberAt(100'000), 1);
}

void tst_FrameTable::prefersTheLaterOfTwins()
{
    QCOMPARE(tableOf({row(0, 0), row(1, 40), row(2, 40)}).numberAt(40'000), 2);
}

void tst_FrameTable::endsWhereTheLastFrameEnds()
{
    QCOMPARE(FrameTable().durationMicroseconds(), 0);
    QCOMPARE(tableOf({row(0, 0, 40), row(1, 40, 40)}).durationMicroseconds(), 80'000);
    QCOMPARE(tableOf({row(0, 0), row(1, 40)}).durationMicroseconds(), 80'000);
    QCOMPARE(tableOf({row(0, 0)}).durationMicroseconds(), 0);
}

void tst_FrameTable::writesOneRowAFrame()
{
    FrameRow first = row(0, 0, 40);
    first.isKey = true;
    first.pictureType = PictureType::I;
    first.packetPosition = 48;
    first.packetSize = 1234;
    first.digest = Digest::fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    QCOMPARE(frameCsv(tableOf({first}), FrameDigests::With),
             "number,pts,time_base,time,duration,key,picture_type,packet_position,packet_size,sha256\n"
             "0,1000,1/1000,1.000000,40,1,I,48,1234,"
             "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n");
    QVERIFY(!frameCsv(tableOf({first}), FrameDigests::Without).contains("sha256"));
}

void tst_FrameTable::leavesUnknownCellsEmpty()
{
    FrameRow unknown = row(0, -1033);
    unknown.pts.reset();

    QCOMPARE(frameCsv(tableOf({unknown}), FrameDigests::Without).split('\n').at(1), "0,,1/1000,-0.033000,,0,?,,0");
}

QTEST_APPLESS_MAIN(tst_FrameTable)
#include "tst_frametable.moc"
