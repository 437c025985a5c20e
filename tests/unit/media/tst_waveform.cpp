// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/waveform.h"

#include <QTest>

using namespace Porchlight;
using namespace std::chrono_literals;

class tst_Waveform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheLoudestOfASpan_data();
    void findsTheLoudestOfASpan();
};

void tst_Waveform::findsTheLoudestOfASpan_data()
{
    using std::chrono::microseconds;
    QTest::addColumn<microseconds>("from");
    QTest::addColumn<microseconds>("to");
    QTest::addColumn<WavePeak>("peak");
    QTest::newRow("one slice") << 10'000us << 20'000us << WavePeak{-5, 900};
    QTest::newRow("part of a slice") << 12'000us << 13'000us << WavePeak{-5, 900};
    QTest::newRow("two slices") << 15'000us << 20'001us << WavePeak{-700, 900};
    QTest::newRow("all") << -1'000'000us << 1'000'000us << WavePeak{-700, 900};
    QTest::newRow("nothing") << 10'000us << 10'000us << WavePeak{};
    QTest::newRow("before") << -20'000us << -10'000us << WavePeak{};
    QTest::newRow("behind") << 30'000us << 90'000us << WavePeak{};
    QTest::newRow("backwards") << 20'000us << 10'000us << WavePeak{};
}

void tst_Waveform::findsTheLoudestOfASpan()
{
    using std::chrono::microseconds;
    QFETCH(const microseconds, from);
    QFETCH(const microseconds, to);
    QFETCH(const WavePeak, peak);

    const Waveform waveform({{-1, 2}, {-5, 900}, {-700, -3}});

    QVERIFY(waveform.between(from, to) == peak);
}

QTEST_GUILESS_MAIN(tst_Waveform)
#include "tst_waveform.moc"
