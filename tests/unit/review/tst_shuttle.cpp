// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/shuttle.h"

#include <QTest>

using namespace Porchlight;

class ShuttleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesFromATenthToSixteenTimes()
    {
        QCOMPARE(playSpeeds().front(), 0.1);
        QCOMPARE(playSpeeds().back(), 16.0);
        QVERIFY(std::ranges::is_sorted(playSpeeds()));
    }

    void doublesWithEachPressUpToSixteenTimes()
    {
        double speed = 0;
        for (const double expected : {1.0, 2.0, 4.0, 8.0, 16.0, 16.0}) {
            speed = shuttledForward(speed);
            QCOMPARE(speed, expected);
        }
    }

    void comesToNormalSpeedInItsOwnDirectionFirst()
    {
        QCOMPARE(shuttledBackward(8), -1.0);
        QCOMPARE(shuttledBackward(-1), -2.0);
        QCOMPARE(shuttledForward(-16), 1.0);
    }

    void goesThroughTheSpeedsOneByOne()
    {
        QCOMPARE(slower(1), 0.5);
        QCOMPARE(slower(0.1), 0.1);
        QCOMPARE(faster(0.25), 0.5);
        QCOMPARE(faster(16), 16.0);
        QCOMPARE(slower(-2), -1.0);
        QCOMPARE(faster(-2), -4.0);
        QCOMPARE(slower(0), 0.5);
        QCOMPARE(faster(0), 2.0);
    }
};

QTEST_APPLESS_MAIN(ShuttleTest)
#include "tst_shuttle.moc"
