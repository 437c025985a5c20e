// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/timelinewindow.h"

#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace std::chrono_literals;

class TimelineWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllAtFirst()
    {
        const TimelineWindow window(0s, 60s, 600);

        QVERIFY(window.showsAll());
        QCOMPARE(window.toX(30s), 300.0);
        QCOMPARE(window.toTime(300), std::chrono::microseconds(30s));
    }

    void zoomsAroundThePointer()
    {
        const TimelineWindow window = TimelineWindow(0s, 60s, 600).zoomed(0.5, 200);

        QCOMPARE(window.length(), std::chrono::microseconds(30s));
        QCOMPARE(window.toTime(200), std::chrono::microseconds(20s));
    }

    void neverLeavesTheClip()
    {
        const TimelineWindow all(0s, 60s, 600);

        QVERIFY(all.zoomed(10, 50).showsAll());
        QCOMPARE(all.zoomed(0.5, 0).panned(-500).begin(), 0us);
        QCOMPARE(all.zoomed(0.5, 0).panned(9999).end(), std::chrono::microseconds(60s));
        QCOMPARE(all.zoomed(1e-9, 300).length(), std::chrono::microseconds(20ms));
    }

    void movesJustFarEnoughToReveal()
    {
        const TimelineWindow window = TimelineWindow(0s, 60s, 600).zoomed(1.0 / 6, 0);

        QCOMPARE(window.revealing(5s), window);
        QVERIFY(window.revealing(30s).begin() < 30s && window.revealing(30s).end() > 30s);
        QVERIFY(window.revealing(60s).end() == 60s);
    }

    void canBeDrawnWithoutLength()
    {
        const TimelineWindow window(5s, 5s, 0);

        QVERIFY(window.microsecondsPerPixel() > 0);
        QVERIFY(!planRuler(window, 0s, 80).empty());
    }

    void rulesAtRoundTimes()
    {
        const TimelineWindow window(0s, 60s, 600);

        const std::vector<RulerStroke> strokes = planRuler(window, 0s, 90);

        QCOMPARE(rulerStep(window, 90), std::chrono::microseconds(10s));
        QCOMPARE(strokes.at(0), (RulerStroke{.time = 0s, .isLabelled = true}));
        QCOMPARE(strokes.at(1), (RulerStroke{.time = 2s, .isLabelled = false}));
        QCOMPARE(std::ranges::count_if(strokes, &RulerStroke::isLabelled), 7);
    }

    void countsFromTheRulersOwnZero()
    {
        const std::vector<RulerStroke> strokes = planRuler(TimelineWindow(3500ms, 63500ms, 600), 1s, 90);

        const auto label = std::ranges::find_if(strokes, &RulerStroke::isLabelled);
        QCOMPARE(label->time, std::chrono::microseconds(1s));
    }
};

QTEST_APPLESS_MAIN(TimelineWindowTest)
#include "tst_timelinewindow.moc"
