// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/reviewtimeline.h"

#include <QTest>

using namespace Porchlight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const UtcTime Noon = UtcTime::fromMicroseconds(1'764'000'000'000'000);

TimelineClip clipWith(std::optional<UtcTime> start, ClockOffset clock = {})
{
    return {.id = ClipId::create(),
            .name = u"Porch"_s,
            .statedStart = start,
            .clock = clock,
            .frames = FrameTimes({{.start = 0us, .duration = 100ms},
                                  {.start = 100ms, .duration = 100ms},
                                  {.start = 200ms, .duration = 100ms},
                                  {.start = 5200ms, .duration = 100ms}})};
}

template <typename... Clips>
ReviewTimeline timelineOf(Clips... clips)
{
    std::vector<TimelineClip> list;
    (list.push_back(std::move(clips)), ...);
    return ReviewTimeline(std::move(list));
}

} // namespace

class ReviewTimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsTheClocksCorrectionToTheCamerasTime()
    {
        const ReviewTimeline timeline = timelineOf(clipWith(Noon, ClockOffset(3200ms, 100ms)));

        QCOMPARE(timeline.wallTime(0, 1), std::optional(Noon + 3300ms));
        QVERIFY(timeline.clips().front().clock.isChecked());
        QCOMPARE(timeline.clips().front().clock.toCameraTime(Noon + 3200ms), Noon);
    }

    void hasNoWallTimeWhereNobodyKnowsTheStart()
    {
        const ReviewTimeline timeline = timelineOf(clipWith(std::nullopt));

        QVERIFY(!timeline.hasWallClock());
        QVERIFY(!timeline.wallTime(0, 1));
        QCOMPARE(timeline.lineTime(0, 1), UtcTime() + 100ms);
    }

    void laysAnUndatedClipBesideTheEarliestDatedOne()
    {
        const ReviewTimeline timeline = timelineOf(clipWith(Noon + 10s), clipWith(std::nullopt), clipWith(Noon));

        QCOMPARE(timeline.originOf(1), Noon);
        QVERIFY(!timeline.wallTime(1, 0));
    }

    void spansAllClips()
    {
        const ReviewTimeline timeline = timelineOf(clipWith(Noon), clipWith(Noon + 10s));

        QCOMPARE(timeline.extent(), (TimeSpan{.begin = Noon, .end = Noon + 15300ms}));
    }

    void showsAReasonInPlaceOfAStalePicture_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<ClipMoment>("moment");
        using Kind = ClipMoment::Kind;
        QTest::newRow("before") << -1 << ClipMoment{.kind = Kind::BeforeStart, .untilStart = 1ms};
        QTest::newRow("picture") << 150 << ClipMoment{.kind = Kind::Picture, .frame = 1};
        QTest::newRow("hole") << 1000
                              << ClipMoment{
                                     .kind = Kind::Hole, .frame = 2, .holeLength = std::chrono::milliseconds(4900)};
        QTest::newRow("after the hole") << 5200 << ClipMoment{.kind = Kind::Picture, .frame = 3};
        QTest::newRow("ended") << 5300 << ClipMoment{.kind = Kind::Ended, .frame = 3};
    }
    void showsAReasonInPlaceOfAStalePicture()
    {
        QFETCH(const int, milliseconds);
        QFETCH(const ClipMoment, moment);
        const ReviewTimeline timeline = timelineOf(clipWith(Noon));

        QCOMPARE(timeline.momentAt(0, Noon + std::chrono::milliseconds(milliseconds)), moment);
    }

    void hasNothingToShowWithoutFrames()
    {
        const ReviewTimeline timeline = timelineOf(TimelineClip{.id = ClipId::create(), .statedStart = Noon});

        QCOMPARE(timeline.momentAt(0, Noon), ClipMoment{});
    }
};

QTEST_APPLESS_MAIN(ReviewTimelineTest)
#include "tst_reviewtimeline.moc"
