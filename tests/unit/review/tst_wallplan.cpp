// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/wallplan.h"

#include <QTest>

#include <random>

using namespace Porchlight;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

const UtcTime Noon = UtcTime::fromMicroseconds(1'764'000'000'000'000);
constexpr microseconds Step = 66'667us;

FrameTimes evenFrames(qint64 count, microseconds step = Step)
{
    std::vector<FrameTime> frames;
    for (qint64 i = 0; i < count; ++i) {
        frames.push_back({.start = i * step, .duration = step});
    }
    return FrameTimes(std::move(frames));
}

TimelineClip camera(UtcTime start, FrameTimes frames, ClockOffset clock = {})
{
    return {.id = ClipId::create(), .name = {}, .statedStart = start, .clock = clock, .frames = std::move(frames)};
}

/// Four cameras of ten minutes at 15 frames a second, whose clocks are off and drift.
ReviewTimeline tenMinutes()
{
    constexpr qint64 Count = 600 * 15;
    return ReviewTimeline({camera(Noon, evenFrames(Count), ClockOffset(3200ms, 100ms, 40'000)),
                           camera(Noon + 400ms, evenFrames(Count), ClockOffset(2900ms, 50ms, -120'000)),
                           camera(Noon + 3100ms, evenFrames(Count)),
                           camera(Noon - 20s, evenFrames(Count), ClockOffset(23'150ms, 0ms, 900'000))});
}

/// One camera on a clock that is looked at late by up to four milliseconds, as timers of a busy program are.
struct PlayedCamera
{
    std::size_t camera = 0;
    microseconds due{0};
    qint64 shown = -1;
    qint64 changes = 0;
    qint64 dropped = 0;
    microseconds worstSkew{0};

    void look(const ReviewTimeline &timeline, microseconds elapsed, double speed)
    {
        const CameraPlan plan =
            planCamera(timeline, camera, {.startedAt = timeline.extent().begin, .elapsed = elapsed, .speed = speed});
        due = elapsed + std::chrono::ceil<std::chrono::milliseconds>(plan.untilChange);
        if (plan.moment.kind != ClipMoment::Kind::Picture || plan.moment.frame == shown) {
            return;
        }
        dropped += plan.moment.frame - shown - 1;
        shown = plan.moment.frame;
        ++changes;
        worstSkew = std::max(worstSkew, plan.lineTime - timeline.lineTime(camera, shown));
    }
};

} // namespace

class WallPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsFourDriftingCamerasTogetherForTenMinutes()
    {
        const ReviewTimeline timeline = tenMinutes();
        std::vector<PlayedCamera> cameras;
        for (std::size_t i = 0; i < 4; ++i) {
            cameras.push_back({.camera = i});
        }
        std::mt19937 random(4117); // NOLINT(cert-msc51-cpp): the same jitter in every run
        std::uniform_int_distribution<int> lateness(0, 4000);
        const microseconds length = timeline.extent().length();
        while (true) {
            const auto next = std::ranges::min_element(cameras, {}, &PlayedCamera::due);
            if (next->due > length) {
                break;
            }
            next->look(timeline, next->due + microseconds(lateness(random)), 1);
        }

        for (const PlayedCamera &played : cameras) {
            QCOMPARE(played.dropped, 0);
            QCOMPARE(played.changes, 600 * 15);
            QVERIFY2(played.worstSkew <= Step / 2, qPrintable(QString::number(played.worstSkew.count())));
        }
    }

    void showsFramesOfOneMomentOnAllCameras()
    {
        const ReviewTimeline timeline = tenMinutes();
        // The drift of the fourth camera is over half a second by then: without it the frame would be another.
        const UtcTime late = Noon + 590s;
        for (std::size_t i = 0; i < 4; ++i) {
            const ClipMoment moment = timeline.momentAt(i, late);
            QCOMPARE(moment.kind, ClipMoment::Kind::Picture);
            QVERIFY(timeline.lineTime(i, moment.frame) <= late);
            QVERIFY(late - timeline.lineTime(i, moment.frame) <= Step + 100us);
        }
        QVERIFY(timeline.momentAt(3, late).frame !=
                ReviewTimeline({camera(Noon + 3150ms, evenFrames(9000))}).momentAt(0, late).frame);
    }

    void putsEveryFrameBackWhereItCameFrom()
    {
        const ReviewTimeline timeline = tenMinutes();
        for (std::size_t i = 0; i < 4; ++i) {
            for (qint64 frame = 0; frame < 9000; ++frame) {
                QCOMPARE(timeline.momentAt(i, timeline.lineTime(i, frame)).frame, frame);
            }
        }
    }

    void waitsBeforeTheStartAndInHolesAndAfterTheEnd()
    {
        using Kind = ClipMoment::Kind;
        const FrameTimes holed(
            {{.start = 0us, .duration = 100ms}, {.start = 100ms}, {.start = 200ms}, {.start = 5200ms}});
        const ReviewTimeline timeline({camera(Noon, evenFrames(150)), camera(Noon + 1s, holed)});
        const auto at = [&timeline](microseconds elapsed) {
            return planCamera(timeline, 1, {.startedAt = Noon, .elapsed = elapsed, .speed = 1});
        };

        QCOMPARE(at(250ms).moment, (ClipMoment{.kind = Kind::BeforeStart, .untilStart = 750ms}));
        QCOMPARE(at(250ms).untilChange, microseconds(750ms));
        QCOMPARE(at(250ms).next, std::optional<qint64>(0));
        QCOMPARE(at(1250ms).moment.frame, qint64(2));
        QCOMPARE(at(1250ms).untilChange, microseconds(50ms));
        QCOMPARE(at(1400ms).moment, (ClipMoment{.kind = Kind::Hole, .frame = 2, .holeLength = 4900ms}));
        QCOMPARE(at(1400ms).untilChange, microseconds(4800ms));
        QCOMPARE(at(1400ms).next, std::optional<qint64>(3));
        QCOMPARE(at(6400ms).moment, (ClipMoment{.kind = Kind::Ended, .frame = 3}));
        QVERIFY(!at(6400ms).isAtEnd);
        QVERIFY(at(11s).isAtEnd);
    }

    void playsBackwardThroughAHoleAndComesInFromTheEnd()
    {
        const FrameTimes holed(
            {{.start = 0us, .duration = 100ms}, {.start = 100ms}, {.start = 200ms}, {.start = 5200ms}});
        const ReviewTimeline timeline({camera(Noon, evenFrames(150)), camera(Noon + 1s, holed)});
        const auto at = [&timeline](microseconds elapsed) {
            return planCamera(timeline, 1, {.startedAt = Noon + 8s, .elapsed = elapsed, .speed = -2});
        };

        QCOMPARE(at(100ms).moment.kind, ClipMoment::Kind::Ended);
        QCOMPARE(at(100ms).next, std::optional<qint64>(3));
        QVERIFY(at(100ms).untilChange <= 751ms);
        QCOMPARE(at(900ms).moment, (ClipMoment{.kind = ClipMoment::Kind::Picture, .frame = 3}));
        QCOMPARE(at(900ms).next, std::optional<qint64>(2));
        QCOMPARE(at(2s).moment.kind, ClipMoment::Kind::Hole);
        QCOMPARE(at(3450ms).moment.frame, qint64(1));
        QCOMPARE(at(3700ms).moment.kind, ClipMoment::Kind::BeforeStart);
        QVERIFY(at(4s).isAtEnd);
    }

    void hasNothingToDoWithoutFrames()
    {
        const ReviewTimeline timeline({camera(Noon, evenFrames(15)), camera(Noon, {})});

        QCOMPARE(planCamera(timeline, 1, {.startedAt = Noon}).moment, ClipMoment{});
        QVERIFY(!planCamera(timeline, 1, {.startedAt = Noon}).next);
    }

    void stepsToTheNextFrameOfAnyCamera()
    {
        const ReviewTimeline timeline({camera(Noon, evenFrames(10, 100ms)), camera(Noon + 30ms, evenFrames(4, 100ms))});
        using Taken = std::optional<CameraStep>;

        QCOMPARE(planStepOfAny(timeline, Noon, 1), (Taken{{.camera = 1, .frame = 0, .lineTime = Noon + 30ms}}));
        QCOMPARE(planStepOfAny(timeline, Noon + 30ms, 1), (Taken{{.camera = 0, .frame = 1, .lineTime = Noon + 100ms}}));
        QCOMPARE(planStepOfAny(timeline, Noon + 100ms, -1),
                 (Taken{{.camera = 1, .frame = 0, .lineTime = Noon + 30ms}}));
        QCOMPARE(planStepOfAny(timeline, Noon, -1), Taken());
        QCOMPARE(planStepOfAny(timeline, Noon + 900ms, 1), Taken());
    }

    void stepsOutOfAGapFromTheFramesBesideIt_data()
    {
        QTest::addColumn<ClipMoment>("moment");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("frame");
        const ClipMoment before{.kind = ClipMoment::Kind::BeforeStart};
        const ClipMoment hole{.kind = ClipMoment::Kind::Hole, .frame = 4};
        const ClipMoment ended{.kind = ClipMoment::Kind::Ended, .frame = 9};
        QTest::newRow("before, on") << before << 1 << 0;
        QTest::newRow("before, ten on") << before << 10 << 9;
        QTest::newRow("before, back") << before << -1 << -1;
        QTest::newRow("hole, on") << hole << 1 << 5;
        QTest::newRow("hole, ten on") << hole << 10 << 9;
        QTest::newRow("hole, back") << hole << -1 << 4;
        QTest::newRow("hole, ten back") << hole << -10 << 0;
        QTest::newRow("ended, on") << ended << 1 << -1;
        QTest::newRow("ended, back") << ended << -1 << 9;
    }
    void stepsOutOfAGapFromTheFramesBesideIt()
    {
        QFETCH(const ClipMoment, moment);
        QFETCH(const int, count);
        QFETCH(const int, frame);

        QCOMPARE(planStepFromGap(evenFrames(10, 100ms), moment, count).value_or(-1), qint64(frame));
    }
};

QTEST_APPLESS_MAIN(WallPlanTest)
#include "tst_wallplan.moc"
