// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/copyturn.h"

#include <QTest>

using namespace Porchlight;
using namespace std::chrono_literals;

/// Clips that share a queue are copied one at a time; others do not wait for each other.
class tst_CopyTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfOneAtATime()
    {
        const auto queue = std::make_shared<CopyQueue>();
        CopyTurn first(queue);
        CopyTurn second(queue);

        QVERIFY(first.take() && first.take());
        QVERIFY(!second.take());
        first.pass();
        QVERIFY(second.take());
        QVERIFY(!first.take());
    }

    void isPassedOnByWhoEnds()
    {
        const auto queue = std::make_shared<CopyQueue>();
        CopyTurn second(queue);
        {
            CopyTurn first(queue);
            QVERIFY(first.take() && !second.take());
        }

        QVERIFY(second.take());
    }

    void isPassedOnByNobodyElse()
    {
        const auto queue = std::make_shared<CopyQueue>();
        CopyTurn first(queue);
        CopyTurn second(queue);
        QVERIFY(first.take());

        second.pass();

        QVERIFY(!second.take());
    }

    void waitsForNobodyOfAnotherQueue()
    {
        CopyTurn first(std::make_shared<CopyQueue>());
        CopyTurn second(std::make_shared<CopyQueue>());
        CopyTurn alone({});

        QVERIFY(first.take() && second.take() && alone.take());
    }

    void isNotQuietAfterARequestOfAnyOfThem()
    {
        const auto queue = std::make_shared<CopyQueue>();
        CopyTurn first(queue);
        const CopyTurn second(queue);
        const CopyTurn other({});
        QVERIFY(second.isQuiet(1ms));

        first.noteRequest();

        QVERIFY(!second.isQuiet(1h));
        QVERIFY(second.isQuiet(0ms));
        QVERIFY(other.isQuiet(1ms));
    }
};

QTEST_GUILESS_MAIN(tst_CopyTurn)
#include "tst_copyturn.moc"
