// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/frametimes.h"

#include <QTest>

using namespace Porchlight;
using namespace std::chrono_literals;

namespace {

FrameTimes timesAt(std::initializer_list<std::chrono::milliseconds> starts)
{
    std::vector<FrameTime> frames;
    for (const std::chrono::milliseconds start : starts) {
        frames.push_back({.start = start, .duration = 100ms, .isKey = frames.size() % 4 == 0});
    }
    return FrameTimes(frames);
}

} // namespace

class FrameTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNoFrameWhereThereAreNone()
    {
        const FrameTimes times;

        QVERIFY(times.isEmpty());
        QVERIFY(!times.frameAt(0us));
        QVERIFY(!times.nearestFrame(0us));
        QVERIFY(times.framesBetween(0us, 1s).empty());
        QVERIFY(times.holes().empty());
    }

    void knowsWhereRecordingsWerePutBehindEachOther()
    {
        const FrameTimes one = timesAt({0ms, 100ms, 200ms});
        std::vector<FrameTime> frames = one.frames();
        frames.push_back({.start = 300ms, .duration = 100ms, .segment = 1, .seam = -97s});
        frames.push_back({.start = 400ms, .duration = 100ms, .segment = 1});
        const FrameTimes two(frames);

        QCOMPARE(one.segmentCount(), 1);
        QVERIFY(one.seams().empty());
        QCOMPARE(two.segmentCount(), 2);
        QCOMPARE(two.seams(), std::vector({TimeSeam{.frame = 3, .at = 300ms, .jump = -97s}}));
        QVERIFY(two.holes().empty());
        QCOMPARE(FrameTimes().segmentCount(), 0);
    }

    void findsTheFrameThatIsOnScreen_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<qint64>("frame");
        QTest::newRow("before the first") << -5 << qint64(0);
        QTest::newRow("exactly at a start") << 100 << qint64(1);
        QTest::newRow("just before a start") << 99 << qint64(0);
        QTest::newRow("inside a frame") << 150 << qint64(1);
        QTest::newRow("variable step") << 240 << qint64(2);
        QTest::newRow("long after the end") << 9999 << qint64(3);
    }
    void findsTheFrameThatIsOnScreen()
    {
        QFETCH(const int, milliseconds);
        QFETCH(const qint64, frame);
        const FrameTimes times = timesAt({0ms, 100ms, 233ms, 300ms});

        QCOMPARE(times.frameAt(std::chrono::milliseconds(milliseconds)), std::optional(frame));
    }

    void findsTheNearestStart()
    {
        const FrameTimes times = timesAt({0ms, 100ms, 200ms});

        QCOMPARE(times.nearestFrame(49ms), std::optional<qint64>(0));
        QCOMPARE(times.nearestFrame(50ms), std::optional<qint64>(0));
        QCOMPARE(times.nearestFrame(51ms), std::optional<qint64>(1));
        QCOMPARE(times.nearestFrame(900ms), std::optional<qint64>(2));
        QCOMPARE(times.nearestFrame(-900ms), std::optional<qint64>(0));
    }

    void takesTheLaterOfTwoFramesWithOneStamp()
    {
        const FrameTimes times = timesAt({0ms, 100ms, 100ms, 200ms});

        QCOMPARE(times.frameAt(100ms), std::optional<qint64>(2));
        QCOMPARE(times.shownFor(1), std::chrono::microseconds(100ms));
    }

    void reachesEveryFrameWhereStampsRunBackwards()
    {
        const FrameTimes times = timesAt({0ms, 200ms, 100ms, 300ms});

        QCOMPARE(times.frameAt(100ms), std::optional<qint64>(2));
        QCOMPARE(times.frameAt(200ms), std::optional<qint64>(1));
        QCOMPARE(times.begin(), 0us);
        QCOMPARE(times.end(), std::chrono::microseconds(400ms));
    }

    void drawsAPauseAsAHole()
    {
        const FrameTimes times = timesAt({0ms, 100ms, 200ms, 5200ms, 5300ms});

        const std::vector<TimeHole> expected{{.frameBefore = 2, .begin = 300ms, .end = 5200ms}};
        QCOMPARE(times.holes(), expected);
        QVERIFY(times.holeAt(4s));
        QVERIFY(!times.holeAt(250ms));
        QVERIFY(!times.holeAt(5200ms));
    }

    void callsNoSlowCameraAHole()
    {
        QVERIFY(timesAt({0ms, 1000ms, 2000ms, 3000ms}).holes().empty());
        QVERIFY(timesAt({0ms, 30ms, 60ms, 300ms}).holes().empty());
    }

    void knowsAVariableRateFromARoundedOne()
    {
        QVERIFY(!timesAt({0ms, 33ms, 67ms, 100ms}).isVariable());
        QVERIFY(timesAt({0ms, 33ms, 67ms, 150ms}).isVariable());
    }

    void endsWithTheLastFramesOwnDuration()
    {
        QCOMPARE(timesAt({0ms, 40ms, 80ms}).end(), std::chrono::microseconds(180ms));
        QCOMPARE(FrameTimes({{.start = 0us}, {.start = 40ms}}).end(), std::chrono::microseconds(80ms));
    }

    void listsTheFramesOfASpan()
    {
        const FrameTimes times = timesAt({0ms, 100ms, 200ms, 300ms});

        QCOMPARE(times.framesBetween(100ms, 300ms), (std::vector<qint64>{1, 2}));
        QVERIFY(times.framesBetween(301ms, 900ms).empty());
    }

    void findsTheKeyFrameBefore()
    {
        const FrameTimes times = timesAt({0ms, 100ms, 200ms, 300ms, 400ms, 500ms});

        QCOMPARE(times.keyBefore(5), std::optional<qint64>(4));
        QCOMPARE(times.keyBefore(3), std::optional<qint64>(0));
        QVERIFY(!FrameTimes(std::vector<FrameTime>(3)).keyBefore(2));
    }
};

QTEST_APPLESS_MAIN(FrameTimesTest)
#include "tst_frametimes.moc"
