// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/sheetplan.h"

#include <QTest>

using namespace Porchlight;
using namespace std::chrono_literals;

namespace {

FrameTimes timesOf(const std::vector<std::chrono::microseconds> &starts)
{
    std::vector<FrameTime> frames;
    for (const std::chrono::microseconds start : starts) {
        frames.push_back({.start = start, .duration = 40ms});
    }
    return FrameTimes(std::move(frames));
}

FrameTimes evenTimes(int count)
{
    std::vector<std::chrono::microseconds> starts;
    for (int i = 0; i < count; ++i) {
        starts.push_back(i * 40ms);
    }
    return timesOf(starts);
}

Marker markerOn(qint64 first)
{
    Marker marker;
    marker.firstFrame = first;
    marker.lastFrame = first + 5;
    return marker;
}

} // namespace

class SheetPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsTilesFromTheFirstFrameToTheLast()
    {
        QCOMPARE(evenFrames(evenTimes(200), {.first = 100, .last = 150}, 6),
                 (std::vector<qint64>{100, 110, 120, 130, 140, 150}));
        QCOMPARE(evenFrames(evenTimes(200), {.first = 0, .last = 199}, 2), (std::vector<qint64>{0, 199}));
        QCOMPARE(evenFrames(evenTimes(200), {.first = 7, .last = 90}, 1), (std::vector<qint64>{7}));
    }

    void showsEveryFrameOfAShortSpanOnce()
    {
        QCOMPARE(evenFrames(evenTimes(200), {.first = 3, .last = 5}, 12), (std::vector<qint64>{3, 4, 5}));
    }

    void goesByTimeNotByNumber()
    {
        // Two frames at first, then ten a tenth of a second apart.
        std::vector<std::chrono::microseconds> starts{0s, 10s};
        for (int i = 1; i <= 10; ++i) {
            starts.push_back(10s + i * 1s);
        }

        QCOMPARE(evenFrames(timesOf(starts), {.first = 0, .last = 11}, 5), (std::vector<qint64>{0, 1, 6, 11}));
    }

    void hasNothingOutsideOfTheClip()
    {
        QVERIFY(evenFrames(evenTimes(10), {.first = 5, .last = 10}, 4).empty());
        QVERIFY(evenFrames({}, {.first = 0, .last = 0}, 4).empty());
        QVERIFY(evenFrames(evenTimes(10), {.first = 0, .last = 9}, 0).empty());
    }

    void takesTheFirstFrameOfEachMarkerOnce()
    {
        QCOMPARE(markerFrames({markerOn(50), markerOn(10), markerOn(50)}), (std::vector<qint64>{10, 50}));
        std::vector<Marker> many;
        for (int i = 0; i < 100; ++i) {
            many.push_back(markerOn(i));
        }
        QCOMPARE(markerFrames(many).size(), MostTiles);
        QVERIFY(markerFrames({}).empty());
    }

    void laysTilesOutForAPageOnItsSide_data()
    {
        QTest::addColumn<int>("tiles");
        QTest::addColumn<double>("aspect");
        QTest::addColumn<int>("columns");
        QTest::newRow("one") << 1 << 16.0 / 9 << 1;
        QTest::newRow("twelve, wide") << 12 << 16.0 / 9 << 4;
        QTest::newRow("thirty, wide") << 30 << 16.0 / 9 << 6;
        QTest::newRow("twelve, upright") << 12 << 9.0 / 16 << 6;
        QTest::newRow("two, upright") << 2 << 9.0 / 16 << 2;
    }
    void laysTilesOutForAPageOnItsSide()
    {
        QFETCH(const int, tiles);
        QFETCH(const double, aspect);
        QFETCH(const int, columns);

        QCOMPARE(sheetColumns(static_cast<std::size_t>(tiles), aspect), columns);
    }
};

QTEST_APPLESS_MAIN(SheetPlanTest)
#include "tst_sheetplan.moc"
