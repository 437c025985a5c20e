// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/scrubplan.h"

#include <QTest>

using namespace Porchlight;

class ScrubPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheWantedFrame()
    {
        const ScrubPlan plan = planScrub({.frameCount = 100, .shown = 3, .wanted = 40});

        QCOMPARE(plan, (ScrubPlan{.request = 40}));
    }

    void waitsForTheAnswerBeforeItAsksAgain()
    {
        QCOMPARE(planScrub({.frameCount = 100, .shown = 3, .requested = 40, .wanted = 41}), ScrubPlan{});
    }

    void skipsWishesThatWereOvertaken()
    {
        ScrubContext context{.frameCount = 100, .shown = 0};
        std::vector<qint64> asked;
        for (const qint64 wish : {10, 20, 30, 40}) {
            context.wanted = wish;
            if (const ScrubPlan plan = planScrub(context); plan.request) {
                asked.push_back(*plan.request);
                context.requested = plan.request;
            }
        }
        context.shown = context.requested;
        context.requested.reset();

        QCOMPARE(asked, std::vector<qint64>{10});
        QCOMPARE(planScrub(context).request, std::optional<qint64>(40));
    }

    void doesNotAskForWhatIsOnTheScreen()
    {
        QCOMPARE(planScrub({.frameCount = 100, .shown = 40, .wanted = 40}), ScrubPlan{});
    }

    void keepsWithinTheClip()
    {
        QCOMPARE(planScrub({.frameCount = 100, .isCountFinal = true, .wanted = 4000}), ScrubPlan{.request = 99});
        QCOMPARE(planScrub({.frameCount = 100, .wanted = -7}).request, std::optional<qint64>(0));
        QCOMPARE(planScrub({.frameCount = 0, .wanted = 0}), ScrubPlan{});
    }

    void looksAheadInTheDirectionOfTravel()
    {
        QCOMPARE(planScrub({.frameCount = 100, .shown = 5, .wanted = 6, .direction = 1}).prefetch,
                 std::optional<qint64>(7));
        QCOMPARE(planScrub({.frameCount = 100, .shown = 5, .wanted = 4, .direction = -1}).prefetch,
                 std::optional<qint64>(3));
        QVERIFY(!planScrub({.frameCount = 100, .shown = 98, .wanted = 99, .direction = 1}).prefetch);
        QVERIFY(!planScrub({.frameCount = 100, .shown = 1, .wanted = 0, .direction = -1}).prefetch);
    }

    void countsEachRepeatOfAKeyThatIsHeldDown()
    {
        ScrubContext context{.frameCount = 100, .shown = 10, .requested = 9, .wanted = 9};

        context.wanted = planStep(context, -1);
        context.wanted = planStep(context, -1);

        QCOMPARE(context.wanted, std::optional<qint64>(7));
    }

    void keepsAStepBeyondWhatIsKnown()
    {
        ScrubContext context{.frameCount = 1, .requested = 0, .wanted = 0};
        context.wanted = planStep(context, 1);
        context.wanted = planStep(context, 10);
        QCOMPARE(context.wanted, std::optional<qint64>(11));
        QCOMPARE(planScrub(context), ScrubPlan{});

        context.requested.reset();
        context.shown = 0;
        QCOMPARE(planScrub(context), ScrubPlan{.keepsWish = true});

        context.frameCount = 5;
        QCOMPARE(planScrub(context), (ScrubPlan{.request = 4, .keepsWish = true}));

        context.frameCount = 12;
        QCOMPARE(planScrub(context), ScrubPlan{.request = 11});
    }

    void endsAWishBeyondTheEndWhenTheEndIsKnown()
    {
        const ScrubContext context{.frameCount = 5, .isCountFinal = true, .shown = 3, .wanted = 11};

        QCOMPARE(planScrub(context), ScrubPlan{.request = 4});
        QCOMPARE(planStep(context, -1), std::optional<qint64>(3));
    }

    void stepsFromTheFrameOnTheScreen()
    {
        QCOMPARE(planStep({.frameCount = 100, .shown = 10}, 1), std::optional<qint64>(11));
        QCOMPARE(planStep({.frameCount = 100, .shown = 0}, -1), std::optional<qint64>(0));
        QCOMPARE(planStep({.frameCount = 100, .isCountFinal = true, .shown = 95}, 10), std::optional<qint64>(99));
        QVERIFY(!planStep({.frameCount = 100}, 1));
        QVERIFY(!planStep({}, 1));
    }
};

QTEST_APPLESS_MAIN(ScrubPlanTest)
#include "tst_scrubplan.moc"
