// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/viewadjustment.h"

#include <QTest>

#include <algorithm>

using namespace Porchlight;

class ViewAdjustmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesEveryLevelAsItIsWithoutAny()
    {
        const std::array<quint8, 256> levels = shownLevels({});

        for (std::size_t level = 0; level < levels.size(); ++level) {
            QCOMPARE(levels.at(level), level);
        }
        QVERIFY(ViewAdjustment().isNeutral());
        QVERIFY(!(ViewAdjustment{.brightness = 1}.isNeutral()));
    }

    void liftsAndStretches_data()
    {
        QTest::addColumn<int>("brightness");
        QTest::addColumn<int>("contrast");
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("shown");
        QTest::newRow("brighter by an eighth of the range") << 25 << 0 << 40 << 72;
        QTest::newRow("darker ends at black") << -100 << 0 << 100 << 0;
        QTest::newRow("brightest black is middle grey") << 100 << 0 << 0 << 128;
        QTest::newRow("contrast leaves the middle") << 0 << 50 << 128 << 129;
        QTest::newRow("contrast spreads what lies beside it") << 0 << 50 << 140 << 159;
        QTest::newRow("no contrast at all is grey") << 0 << -100 << 250 << 128;
        QTest::newRow("both: dark levels spread") << 67 << 33 << 50 << 59; // gain 1.99, shift -0.16
    }
    void liftsAndStretches()
    {
        QFETCH(const int, brightness);
        QFETCH(const int, contrast);
        QFETCH(const int, level);
        QFETCH(const int, shown);

        const auto levels = shownLevels({.brightness = brightness, .contrast = contrast});

        QCOMPARE(int(levels.at(static_cast<std::size_t>(level))), shown);
        QVERIFY(std::ranges::is_sorted(levels));
    }

    void keepsWithinItsBounds()
    {
        QCOMPARE(bounded({.brightness = 900, .contrast = -101}), (ViewAdjustment{.brightness = 100, .contrast = -100}));
    }
};

QTEST_APPLESS_MAIN(ViewAdjustmentTest)
#include "tst_viewadjustment.moc"
