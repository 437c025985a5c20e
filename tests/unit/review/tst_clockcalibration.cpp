// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/clockcalibration.h"

#include <QTest>

using namespace Porchlight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace {

const UtcTime Noon = UtcTime::fromMicroseconds(1'764'000'000'000'000);

FrameTimes tenSeconds()
{
    std::vector<FrameTime> frames;
    for (int i = 0; i < 100; ++i) {
        frames.push_back({.start = i * 100ms, .duration = 100ms});
    }
    return FrameTimes(std::move(frames));
}

} // namespace

class ClockCalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACorrectionAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("correction");
        QTest::addColumn<qint64>("uncertainty");
        QTest::newRow("plus") << u"+3.2"_s << qint64(3'200'000) << qint64(50'000);
        QTest::newRow("minus, comma, unit") << u"-0,40 s"_s << qint64(-400'000) << qint64(5'000);
        QTest::newRow("typographic minus") << u"\u221212"_s << qint64(-12'000'000) << qint64(500'000);
        QTest::newRow("with uncertainty") << u"3.2 ± 0.1"_s << qint64(3'200'000) << qint64(100'000);
        QTest::newRow("typed uncertainty") << u"+3600 +- 2 s"_s << qint64(3'600'000'000) << qint64(2'000'000);
    }
    void readsACorrectionAsPeopleWriteIt()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, correction);
        QFETCH(const qint64, uncertainty);
        const std::optional<ClockOffset> offset = clockOffsetFromText(text);

        QVERIFY(offset);
        QCOMPARE(offset->correction(), microseconds(correction));
        QCOMPARE(offset->uncertainty(), microseconds(uncertainty));
        QVERIFY(offset->isChecked());
    }

    void refusesWhatIsNoCorrection()
    {
        for (const QString &text : {u""_s, u"soon"_s, u"3.2.1"_s, u"+-3"_s, u"1e9"_s, u"99999999999"_s, u"3 ± x"_s}) {
            QVERIFY2(!clockOffsetFromText(text), qPrintable(text));
        }
    }

    void readsAWallTimeNearAnother()
    {
        const UtcTime midnight = UtcTime::fromDateTime(QDateTime(QDate(2026, 11, 23), QTime(0, 0, 2)));

        QCOMPARE(wallTimeFromText(u"23:59:58.5", midnight), std::optional(midnight - 3500ms));
        QCOMPARE(wallTimeFromText(u"0:00:03", midnight), std::optional(midnight + 1s));
        QCOMPARE(wallTimeFromText(u"2026-11-22 00:00:02", midnight), std::optional(midnight - 24h));
        QVERIFY(!wallTimeFromText(u"25:00:00", midnight));
        QVERIFY(!wallTimeFromText(u"21:14", midnight));
        QVERIFY(!wallTimeFromText(u"2026-13-01 10:00:00", midnight));
    }

    void findsOffsetAndDriftFromTwoMoments()
    {
        // The camera is 3 s slow at 2 s and loses 10 ms more until 8 s.
        const KnownMoment first{.clipTime = 2s, .wallTime = Noon + 5s, .uncertainty = 20ms};
        const KnownMoment second{.clipTime = 8s, .wallTime = Noon + 11'010ms, .uncertainty = 40ms};
        const std::optional<ClockOffset> clock = calibrated(Noon, first, second, tenSeconds());

        QVERIFY(clock);
        QVERIFY(std::chrono::abs(Noon + clock->correction() + clock->toWallLength(2s) - first.wallTime) <= 2us);
        QVERIFY(std::chrono::abs(Noon + clock->correction() + clock->toWallLength(8s) - second.wallTime) <= 2us);
        QCOMPARE(clock->driftPpb(), qint64(1'666'667));
        // Largest at the end: a third of the way beyond the second moment.
        QCOMPARE(clock->uncertainty(), microseconds(60'000));
        QVERIFY(clock->isChecked());
    }

    void takesTheMomentsInAnyOrder()
    {
        const KnownMoment first{.clipTime = 2s, .wallTime = Noon + 5s, .uncertainty = 20ms};
        const KnownMoment second{.clipTime = 8s, .wallTime = Noon + 11'010ms, .uncertainty = 40ms};
        const ClockOffset one = *calibrated(Noon, first, second, tenSeconds());
        const ClockOffset other = *calibrated(Noon, second, first, tenSeconds());

        QCOMPARE(one.driftPpb(), other.driftPpb());
        QVERIFY(std::chrono::abs(one.correction() - other.correction()) <= 1us);
    }

    void refusesMomentsThatCannotGiveADrift()
    {
        const KnownMoment first{.clipTime = 2s, .wallTime = Noon + 5s};

        QVERIFY(!calibrated(Noon, first, {.clipTime = 2500ms, .wallTime = Noon + 5500ms}, tenSeconds()));
        QVERIFY(!calibrated(Noon, first, {.clipTime = 8s, .wallTime = Noon + 12s}, tenSeconds()));
    }

    void matchesOneEventInTwoClips()
    {
        const ReviewTimeline timeline(
            {{.id = ClipId::create(),
              .name = {},
              .statedStart = Noon,
              .clock = ClockOffset(3200ms, 100ms),
              .frames = tenSeconds()},
             {.id = ClipId::create(), .name = {}, .statedStart = Noon + 5s, .clock = {}, .frames = tenSeconds()}});
        const std::optional<KnownMoment> moment = matchedMoment(timeline, 1, 40, 0, 20);
        QVERIFY(moment);
        const ClockOffset clock = calibrated(Noon + 5s, *moment);

        // Both frames are then at the same wall time.
        QCOMPARE(Noon + 5s + clock.correction() + 4s, timeline.lineTime(0, 20));
        QCOMPARE(clock.uncertainty(), microseconds(200ms));
        QVERIFY(!matchedMoment(timeline, 1, 40, 1, 40));
    }

    void cannotMatchAClipThatHasNoPlace()
    {
        const ReviewTimeline timeline(
            {{.id = ClipId::create(), .name = {}, .statedStart = Noon, .frames = tenSeconds()},
             {.id = ClipId::create(), .name = {}, .statedStart = {}, .frames = tenSeconds()}});

        QVERIFY(!matchedMoment(timeline, 0, 1, 1, 1));
    }
};

QTEST_APPLESS_MAIN(ClockCalibrationTest)
#include "tst_clockcalibration.moc"
