// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/playplan.h"

#include <QTest>

using namespace Porchlight;
using namespace std::chrono_literals;

namespace {

FrameTimes variableClip()
{
    return FrameTimes({{.start = 0us, .duration = 40ms},
                       {.start = 40ms, .duration = 40ms},
                       {.start = 80ms, .duration = 40ms},
                       {.start = 4080ms, .duration = 40ms}});
}

} // namespace

class PlayPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFrameThatTheClockHasReached()
    {
        const PlayPlan plan = planPlay(variableClip(), {.startedAt = 0us, .elapsed = 50ms, .speed = 1});

        QCOMPARE(plan.frame, qint64(1));
        QCOMPARE(plan.untilChange, std::chrono::microseconds(30ms));
        QVERIFY(!plan.isAtEnd);
    }

    void waitsThroughAHole()
    {
        const PlayPlan plan = planPlay(variableClip(), {.startedAt = 80ms, .elapsed = 1s, .speed = 1});

        QCOMPARE(plan.frame, qint64(2));
        QCOMPARE(plan.clipTime, std::chrono::microseconds(1080ms));
        QCOMPARE(plan.untilChange, std::chrono::microseconds(3s));
    }

    void stretchesTimeWithTheSpeed()
    {
        QCOMPARE(planPlay(variableClip(), {.elapsed = 100ms, .speed = 0.25}).frame, qint64(0));
        QCOMPARE(planPlay(variableClip(), {.elapsed = 100ms, .speed = 0.25}).untilChange,
                 std::chrono::microseconds(60ms));
        QCOMPARE(planPlay(variableClip(), {.elapsed = 20ms, .speed = 4}).frame, qint64(2));
    }

    void endsAfterTheLastFrameWasShown()
    {
        QVERIFY(!planPlay(variableClip(), {.elapsed = 4119ms}).isAtEnd);
        QVERIFY(planPlay(variableClip(), {.elapsed = 4120ms}).isAtEnd);
        QCOMPARE(planPlay(variableClip(), {.elapsed = 9s}).frame, qint64(3));
    }

    void playsBackwards()
    {
        const PlayPlan plan = planPlay(variableClip(), {.startedAt = 90ms, .elapsed = 45ms, .speed = -1});

        QCOMPARE(plan.frame, qint64(1));
        QVERIFY(!plan.isAtEnd);
        QVERIFY(planPlay(variableClip(), {.startedAt = 90ms, .elapsed = 90ms, .speed = -1}).isAtEnd);
    }

    void leavesAFrameWhenItIsToldToLookAgain()
    {
        const FrameTimes clip = variableClip();
        for (const double speed : {1.0, -1.0}) {
            const PlayContext context{.startedAt = 50ms, .elapsed = 1ms, .speed = speed};
            const PlayPlan now = planPlay(clip, context);
            const PlayPlan then =
                planPlay(clip, {.startedAt = 50ms, .elapsed = context.elapsed + now.untilChange, .speed = speed});
            QVERIFY(then.frame != now.frame);
        }
    }
};

QTEST_APPLESS_MAIN(PlayPlanTest)
#include "tst_playplan.moc"
