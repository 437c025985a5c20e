// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/clockrecord.h"
#include "support/evidencecase.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The log of the case, and what it says of the clip whose clock was set.
struct Clocks
{
    EvidenceCase evidence;
    SharedClip clip = evidence.context.clips.front();
    std::vector<CustodyEvent> log = evidence.material.custody;
};

} // namespace

class TestClockRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoSetAClockHowAndWhen()
    {
        const Clocks clocks;

        const ClockRecord clock = clockRecordOf(clocks.clip, clocks.log, clocks.evidence.context.now);

        QCOMPARE(clock.setBy, u"twoPoints"_s);
        QCOMPARE(clock.offsetMicroseconds, 3'200'000);
        QCOMPARE(clock.driftPpb, -150'000);
        QCOMPARE(clock.uncertaintyMicroseconds, 100'000);
        QVERIFY(clock.isChecked);
        QCOMPARE(clock.officer->id, u"2217"_s);
        QCOMPARE(clock.logEntry, 8);
    }

    void takesTheLastEntryThatWasThereThen()
    {
        Clocks clocks;
        CustodyEvent later = *lastClockEntry(clocks.log, clocks.clip.id, clocks.evidence.context.now);
        later.sequence = 99;
        later.at = clocks.evidence.context.now + 1s;
        clocks.log.push_back(later);

        QCOMPARE(clockRecordOf(clocks.clip, clocks.log, clocks.evidence.context.now).logEntry, 8);
        QCOMPARE(clockRecordOf(clocks.clip, clocks.log, later.at).logEntry, 99);
    }

    void leavesOutWhatFailedAndOtherClips()
    {
        Clocks clocks;
        for (CustodyEvent &event : clocks.log) {
            event.outcome = event.action == CustodyAction::ClipClockSet ? CustodyOutcome::Failed : event.outcome;
        }

        QCOMPARE(clockRecordOf(clocks.clip, clocks.log, clocks.evidence.context.now).setBy, u"nobody"_s);
        QCOMPARE(clockRecordOf(clocks.evidence.context.clips[1], clocks.log, clocks.evidence.context.now).setBy,
                 u"nobody"_s);
    }

    void tellsTheResidentsWordFromAComparison()
    {
        SharedClip clip;
        clip.clockOffsetMicroseconds = 90'000'000;

        const ClockRecord stated = clockRecordOf(clip, {}, {});
        clip.isClockChecked = true;
        const ClockRecord compared = clockRecordOf(clip, {}, {});

        QCOMPARE(stated.setBy, u"resident"_s);
        QVERIFY(clockWords(stated).startsWith(u"+90.000 s, as the resident stated, not compared"));
        QCOMPARE(compared.setBy, u"notRecorded"_s);
        QVERIFY(!compared.officer);
    }

    void saysThatNobodyComparedAClock() { QCOMPARE(clockWords(ClockRecord()), u"clock not compared with any other"_s); }
};

QTEST_GUILESS_MAIN(TestClockRecord)
#include "tst_clockrecord.moc"
