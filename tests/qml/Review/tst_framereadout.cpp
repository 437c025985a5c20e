// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framereadout.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Step = 66'500us;
constexpr int Count = 1340;
constexpr int Shown = 812;

ReviewTimeline timelineWith(const ClockOffset &clock, std::optional<UtcTime> start)
{
    std::vector<FrameTime> frames;
    for (int i = 0; i < Count; ++i) {
        frames.push_back({.start = i * Step, .duration = Step, .isEstimated = false, .isKey = i % 60 == 0});
    }
    std::vector<TimelineClip> clips;
    clips.push_back({.id = ClipId::create(),
                     .name = u"door"_s,
                     .statedStart = start,
                     .clock = clock,
                     .frames = FrameTimes(std::move(frames))});
    return ReviewTimeline(std::move(clips));
}

FrameFacts factsOfShown()
{
    FrameFacts facts;
    facts.number = Shown;
    facts.pts = 4'871'970;
    facts.ticks = 4'871'970;
    facts.timeBase = {.numerator = 1, .denominator = 90'000};
    facts.microseconds = Shown * Step.count();
    facts.pictureType = PictureType::P;
    facts.size = {1920, 1080};
    return facts;
}

FrameReadout readoutWith(const FrameFacts &facts, const ReviewTimeline &timeline, std::optional<qint64> repeats = {})
{
    const DecodedFrame frame(facts, PixelLayout::Gray, {});
    return readoutOf({.frame = frame,
                      .digest = Digest::fromHex(std::string(64, 'a')),
                      .timeline = timeline,
                      .isTableComplete = true,
                      .repeats = repeats});
}

const UtcTime Start = UtcTime::fromString(u"2026-11-22T21:13:13.400Z").value();

} // namespace

class FrameReadoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void saysTheNumberAndHowManyThereAre()
    {
        const FrameReadout readout = readoutWith(factsOfShown(), timelineWith({}, Start));

        QCOMPARE(readout.number, u"812"_s);
        QCOMPARE(readout.total, u"of 1\u202f340"_s);
        QVERIFY(readout.isCounted);
    }

    void givesPtsInTicksAndSecondsWithItsTimeBase()
    {
        const FrameReadout readout = readoutWith(factsOfShown(), timelineWith({}, Start));

        QCOMPARE(readout.pts, u"4\u202f871\u202f970 · 54.133000 s"_s);
        QCOMPARE(readout.timeBase, u"1/90\u202f000 s"_s);
    }

    void saysWhereTheStreamHasNoPts()
    {
        FrameFacts facts = factsOfShown();
        facts.pts.reset();

        QCOMPARE(readoutWith(facts, timelineWith({}, Start)).pts, u"none, about 4\u202f871\u202f970 · 54.133000 s"_s);
    }

    void givesWallTimeWithItsUncertainty()
    {
        const FrameReadout readout = readoutWith(factsOfShown(), timelineWith(ClockOffset(3'200ms, 100ms), Start));

        QCOMPARE(readout.wallTime, u"21:14:10.598"_s); // 21:13:13.400 + 3.2 s + 812 frames
        QVERIFY2(readout.clockNote.contains(u"+3.2 s ±0.1"_s), qPrintable(readout.clockNote));
        QVERIFY(readout.isClockChecked);
    }

    void saysThatNobodyKnowsWhen()
    {
        const FrameReadout readout = readoutWith(factsOfShown(), timelineWith({}, std::nullopt));

        QVERIFY(readout.wallTime.isEmpty());
        QCOMPARE(readout.clockNote, u"start of the recording not known"_s);
        QCOMPARE(readout.clipTime, u"00:00:53.998"_s);
    }

    void saysPictureTypeAndHowFarTheKeyFrameIs()
    {
        QCOMPARE(readoutWith(factsOfShown(), timelineWith({}, Start)).picture, u"P · key \u221232"_s);
        FrameFacts key = factsOfShown();
        key.isKey = true;
        key.pictureType = PictureType::I;
        QCOMPARE(readoutWith(key, timelineWith({}, Start)).picture, u"I · key"_s);
    }

    void saysWhetherTheFrameRepeatsTheOneBefore()
    {
        const ReviewTimeline timeline = timelineWith({}, Start);

        QCOMPARE(readoutWith(factsOfShown(), timeline).repeats, QString());
        QCOMPARE(readoutWith(factsOfShown(), timeline, 0).repeats, u"none"_s);
        QCOMPARE(readoutWith(factsOfShown(), timeline, 1).repeats, u"same as the frame before"_s);
        QCOMPARE(readoutWith(factsOfShown(), timeline, 12).repeats, u"same as the 12 before"_s);
    }

    void givesTheWholeHashToCopyAndAShortOneToSee()
    {
        const FrameReadout readout = readoutWith(factsOfShown(), timelineWith({}, Start));

        QCOMPARE(readout.digest, QString(64, u'a'));
        QCOMPARE(readout.shortDigest, u"aaaa aaaa … aaaa"_s);
    }
};

QTEST_GUILESS_MAIN(FrameReadoutTest)
#include "tst_framereadout.moc"
