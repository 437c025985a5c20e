// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packageplan.h"
#include "support/evidencecase.h"

#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

bool isLeftOut(const PackagePlan &plan, QStringView kind, LeftOutReason reason)
{
    return std::ranges::any_of(plan.record.leftOut,
                               [=](const LeftOut &left) { return left.kind == kind && left.reason == reason; });
}

} // namespace

class TestPackagePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheWholeCase();
    void leavesOutWhatMayNotGoIn_data();
    void leavesOutWhatMayNotGoIn();
    void leavesOutWhatWasNotChosen();
    void notesOfAClipLeftOutStayOutToo();
    void saysThatSoundWasNotConsentedTo();
    void refusesAnEmptyPackage();
    void doesNotDependOnTheOrderOfTheStore();
    void keepsDraftRequestsOut();
    void labelsGoOnBeyondTheAlphabet();
    void warnsOfClipsWithoutConsentToProsecution();
};

void TestPackagePlan::takesTheWholeCase()
{
    const PackagePlan plan = EvidenceCase().plan();

    QCOMPARE(plan.record.items.size(), 2U);
    QCOMPARE(plan.record.counts.clipsReceived, 3);
    QCOMPARE(plan.record.counts.notesExported, 1);
    QCOMPARE(plan.record.counts.stillsExported, 1);
    QCOMPARE(plan.record.items[0].label, u"Clip A"_s);
    QCOMPARE(plan.originalBytes, 35000 + 4900);
    QVERIFY(isLeftOut(plan, u"clip", LeftOutReason::Declined));
}

void TestPackagePlan::leavesOutWhatMayNotGoIn_data()
{
    QTest::addColumn<ClipState>("state");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<LeftOutReason>("reason");
    QTest::newRow("declined") << ClipState::Declined << QDate(2030, 1, 1) << LeftOutReason::Declined;
    QTest::newRow("disputed") << ClipState::Disputed << QDate(2030, 1, 1) << LeftOutReason::Disputed;
    QTest::newRow("consent ended") << ClipState::Accepted << QDate(2026, 11, 23) << LeftOutReason::ConsentEnded;
}

void TestPackagePlan::leavesOutWhatMayNotGoIn()
{
    QFETCH(const ClipState, state);
    QFETCH(const QDate, until);
    QFETCH(const LeftOutReason, reason);
    EvidenceCase evidence;
    evidence.context.clips[0].state = state;
    evidence.context.clips[0].receipt->scope.until = until;

    const PackagePlan plan = evidence.plan();

    QCOMPARE(plan.record.items.size(), 1U);
    QVERIFY(isLeftOut(plan, u"clip", reason));
    QVERIFY(isLeftOut(plan, u"note", LeftOutReason::ClipLeftOut));
    QVERIFY(isLeftOut(plan, u"still", LeftOutReason::ClipLeftOut));
}

void TestPackagePlan::leavesOutWhatWasNotChosen()
{
    EvidenceCase evidence;
    evidence.context.choice.notes.clear();
    evidence.context.choice.stills.clear();
    evidence.context.choice.clips.erase(evidence.context.clips[1].id);

    const PackagePlan plan = evidence.plan();

    QVERIFY(isLeftOut(plan, u"clip", LeftOutReason::NotChosen));
    QVERIFY(isLeftOut(plan, u"note", LeftOutReason::NotChosen));
    QVERIFY(isLeftOut(plan, u"still", LeftOutReason::NotChosen));
}

void TestPackagePlan::notesOfAClipLeftOutStayOutToo()
{
    EvidenceCase evidence;
    evidence.context.choice.notes.insert(evidence.context.markers[1].id);

    QVERIFY(isLeftOut(evidence.plan(), u"note", LeftOutReason::ClipLeftOut));
}

void TestPackagePlan::saysThatSoundWasNotConsentedTo()
{
    EvidenceCase evidence;
    QVERIFY(isLeftOut(evidence.plan(), u"sound", LeftOutReason::NoConsentToSound));

    evidence.context.clips[0].receipt->scope.sound = true;
    evidence.context.clips[1].facts.audioCodec.clear();

    QVERIFY(!isLeftOut(evidence.plan(), u"sound", LeftOutReason::NoConsentToSound));
}

void TestPackagePlan::refusesAnEmptyPackage()
{
    EvidenceCase evidence;
    evidence.context.choice = {};

    const auto plan = planPackage(evidence.context);

    QVERIFY(!plan);
    QCOMPARE(plan.error().code, EvidenceError::NothingChosen);
}

void TestPackagePlan::doesNotDependOnTheOrderOfTheStore()
{
    EvidenceCase evidence;
    const PackagePlan before = evidence.plan();
    std::ranges::reverse(evidence.context.clips);
    std::ranges::reverse(evidence.context.markers);

    QCOMPARE(evidence.plan(), before);
}

void TestPackagePlan::keepsDraftRequestsOut()
{
    EvidenceCase evidence;
    AreaRequest draft = evidence.context.requests.front();
    draft.id = RequestId::create();
    draft.state = RequestState::Draft;
    evidence.context.requests.push_back(draft);

    QCOMPARE(evidence.plan().record.requests.size(), 1U);
}

void TestPackagePlan::labelsGoOnBeyondTheAlphabet()
{
    QCOMPARE(clipLabel(0), u"Clip A"_s);
    QCOMPARE(clipLabel(25), u"Clip Z"_s);
    QCOMPARE(clipLabel(26), u"Clip AA"_s);
    QCOMPARE(clipLabel(702), u"Clip AAA"_s);
}

void TestPackagePlan::warnsOfClipsWithoutConsentToProsecution()
{
    EvidenceCase evidence;
    evidence.context.clips[0].receipt->scope.purpose = UsePurpose::ThisCase;

    QVERIFY(evidence.plan().cautions.join(u' ').contains(u"not in a prosecution"));
}

QTEST_GUILESS_MAIN(TestPackagePlan)
#include "tst_packageplan.moc"
