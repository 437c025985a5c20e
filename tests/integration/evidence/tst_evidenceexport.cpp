// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "domain/clockset.h"
#include "support/exportplace.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 60s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename T>
T awaited(QFuture<T> future)
{
    [[maybe_unused]] const bool isDone = QTest::qWaitFor([&future] { return future.isFinished(); }, Patience);
    return future.takeResult();
}

bool isEmpty(const QString &folder)
{
    return QDir(folder).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

} // namespace

class TestEvidenceExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesACheckedPackageAndRecordsIt();
    void copiesTheRecordOfAStillBesideIt();
    void tellsHowTheClockOfACameraWasSet();
    void startedEntryIsTheLastInside();
    void keepsTheTableOfEveryFrame();
    void aClipThatCannotBeDecodedGoesInWithoutTable();
    void aDecoderThatDiesLeavesTheOthersWhole();
    void leavesOutWhatWasDeclined();
    void cancellingLeavesNothingButAnEntry();
    void failingLeavesNothingButAnEntry();
    void writesOneAtATime();
    void tellsThatTheCaseChanged();

private:
    std::unique_ptr<ExportPlace> m_place;
};

void TestEvidenceExport::init()
{
    m_place = std::make_unique<ExportPlace>();
}

void TestEvidenceExport::writesACheckedPackageAndRecordsIt()
{
    m_place->addRequest();
    const SharedClip clip = m_place->addClip(QByteArray("clip").repeated(300'000), u"IMG_1.MOV"_s);
    m_place->addNote(clip, 3, 9, u"the van"_s);
    m_place->addStill(clip, 3);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY2(written, written ? "" : qPrintable(std::get<EvidenceFailure>(written.error()).detail));
    QCOMPARE(written->report.verdict, Verification::Verdict::SignerUnknown);
    const QByteArray manifest = contents(written->folder + u"/tagmanifest-sha256.txt"_s);
    QCOMPARE(written->report.packageDigest, sha256(manifest));
    auto exports = m_place->store().exports(m_place->caseFile().id);
    const auto records = awaited(exports);
    QCOMPARE(records->size(), 1);
    QCOMPARE(records->front().digest, sha256(manifest));
    QCOMPARE(records->front().path, written->folder);
    const CustodyEvent last = m_place->log().back();
    QCOMPARE(last.action, CustodyAction::PackageExported);
    QCOMPARE(last.digest, std::optional(sha256(manifest)));
}

void TestEvidenceExport::copiesTheRecordOfAStillBesideIt()
{
    const SharedClip clip = m_place->addClip("clip", u"a.mp4"_s);
    m_place->addStill(clip, 3);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY2(written, written ? "" : qPrintable(std::get<EvidenceFailure>(written.error()).detail));
    const DerivedRecord &still = written->record.items.front().derived.front();
    QVERIFY(still.takingRecord);
    QCOMPARE(still.takingRecord->path, QString(still.file.path).replace(u".png"_s, u".json"_s));
    const QByteArray record = contents(written->folder + u'/' + still.takingRecord->path);
    QCOMPARE(digestToString(sha256(record)), still.takingRecord->sha256);
    const QByteArray line = still.takingRecord->path.toUtf8() + '\n';
    for (const QString &name : {u"/manifest-sha256.txt"_s, u"/manifest-sha512.txt"_s}) {
        QVERIFY2(contents(written->folder + name).contains(line), qPrintable(name));
    }
    QVERIFY(contents(written->folder + u"/START-HERE.html"_s).contains(still.takingRecord->path.toUtf8()));
    QCOMPARE(written->report.verdict, Verification::Verdict::SignerUnknown);
}

void TestEvidenceExport::tellsHowTheClockOfACameraWasSet()
{
    const SharedClip clip = m_place->addClip("clip", u"IMG_1.MOV"_s);
    const auto set = [&](ClockSource by, qint64 offset) {
        const ClipClock clock{.statedStart = UtcTime::fromString(u"2026-11-22T21:13:40Z"_s),
                              .offsetMicroseconds = offset,
                              .uncertaintyMicroseconds = 250'000,
                              .driftPpb = 0,
                              .isChecked = true};
        const EventDraft event{.action = CustodyAction::ClipClockSet,
                               .subject = CustodySubject::Clip,
                               .subjectId = clip.id.toString(),
                               .caseId = clip.caseId,
                               .digest = clip.digest,
                               .officer = {.id = u"2217"_s, .name = u"M. Okafor"_s},
                               .details = toJson(ClockSet{.by = by, .clock = clock, .before = {}})};
        QVERIFY(awaited(m_place->store().setClipClock(clip.id, clock, event)));
    };
    set(ClockSource::Entry, 1'000'000);
    set(ClockSource::Match, -900'000);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY2(written, written ? "" : qPrintable(std::get<EvidenceFailure>(written.error()).detail));
    const ClockRecord &clock = written->record.items.front().clock;
    QCOMPARE(clock.setBy, u"match"_s);
    QCOMPARE(clock.offsetMicroseconds, -900'000);
    QCOMPARE(clock.uncertaintyMicroseconds, 250'000);
    QCOMPARE(clock.officer->name, u"M. Okafor"_s);
    const CustodyEvent entry = m_place->log().at(3);
    QCOMPARE(clock.logEntry, entry.sequence);
    QCOMPARE(clock.setAt, entry.at);
    QCOMPARE(written->report.verdict, Verification::Verdict::SignerUnknown);
}

void TestEvidenceExport::startedEntryIsTheLastInside()
{
    m_place->addClip("clip", u"a.mp4"_s);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY(written);
    QList<QByteArray> lines = contents(written->folder + u"/custody/log.jsonl"_s).trimmed().split('\n');
    const auto last = custodyEventFromJsonLine(lines.back());
    QVERIFY(last);
    QCOMPARE(last->action, CustodyAction::PackageStarted);
    QCOMPARE(last->subjectId, context->id.toString());
}

void TestEvidenceExport::keepsTheTableOfEveryFrame()
{
    m_place->scripts = {{.starts = evenStarts(77, 40ms)}};
    m_place->addClip("clip", u"a.mp4"_s);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY(written);
    const auto &frames = written->record.items.front().frames;
    QVERIFY(frames);
    QCOMPARE(frames->rows, 77);
    QCOMPARE(contents(written->folder + u'/' + frames->file.path).count('\n'), 78);
}

void TestEvidenceExport::aClipThatCannotBeDecodedGoesInWithoutTable()
{
    m_place->scripts = {{.starts = {}, .openFailure = MediaError::NotAVideo}};
    m_place->addClip("no video", u"a.mp4"_s);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY(written);
    QVERIFY(!written->record.items.front().frames);
    QVERIFY(!written->record.items.front().framesMissing.isEmpty());
    QCOMPARE(contents(written->folder + u'/' + written->record.items.front().original.path), "no video");
}

void TestEvidenceExport::aDecoderThatDiesLeavesTheOthersWhole()
{
    m_place->scripts = {{.starts = {}, .openFailure = MediaError::ClipUnreadable}, {.starts = evenStarts(5, 40ms)}};
    m_place->addClip("first", u"a.mp4"_s);
    m_place->addClip("second", u"b.mp4"_s);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY(written);
    QVERIFY(!written->record.items[0].frames);
    QCOMPARE(written->record.items[1].frames->rows, 5);
}

void TestEvidenceExport::leavesOutWhatWasDeclined()
{
    m_place->addClip("yes", u"a.mp4"_s);
    m_place->addClip("no", u"b.mp4"_s, ClipState::Declined);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY(written);
    QCOMPARE(written->record.items.size(), 1);
    QVERIFY(std::ranges::any_of(written->record.leftOut, [](const LeftOut &left) {
        return left.kind == u"clip" && left.reason == LeftOutReason::Declined;
    }));
}

void TestEvidenceExport::cancellingLeavesNothingButAnEntry()
{
    m_place->addClip(QByteArray(20'000'000, 'x'), u"a.mp4"_s);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));
    connect(&m_place->evidenceExport(), &EvidenceExport::progressed, this, [this](const ExportProgress &progress) {
        if (progress.step == ExportProgress::Step::Writing) {
            m_place->evidenceExport().cancel();
        }
    });

    const auto written = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY(!written);
    QCOMPARE(std::get<EvidenceFailure>(written.error()).code, EvidenceError::Canceled);
    QVERIFY(isEmpty(m_place->outFolder()));
    QCOMPARE(m_place->log().back().action, CustodyAction::PackageExported);
    QCOMPARE(m_place->log().back().outcome, CustodyOutcome::Failed);
}

void TestEvidenceExport::failingLeavesNothingButAnEntry()
{
    m_place->addClip("clip", u"a.mp4"_s);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));

    const auto written = awaited(m_place->evidenceExport().write(*context, u"/nonexistent/place"_s));

    QVERIFY(!written);
    QCOMPARE(std::get<EvidenceFailure>(written.error()).code, EvidenceError::TargetMissing);
    QCOMPARE(m_place->log().back().outcome, CustodyOutcome::Failed);
    QCOMPARE(awaited(m_place->store().exports())->size(), 0);
}

void TestEvidenceExport::writesOneAtATime()
{
    m_place->addClip("clip", u"a.mp4"_s);
    const auto context = awaited(m_place->evidenceExport().load(m_place->caseFile().id));
    auto first = m_place->evidenceExport().write(*context, m_place->outFolder());

    const auto second = awaited(m_place->evidenceExport().write(*context, m_place->outFolder()));

    QVERIFY(!second);
    QVERIFY(awaited(first));
    QVERIFY(!m_place->evidenceExport().isRunning());
}

void TestEvidenceExport::tellsThatTheCaseChanged()
{
    const QSignalSpy changed(&m_place->evidenceExport(), &EvidenceExport::materialChanged);

    m_place->addClip("clip", u"a.mp4"_s);

    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), Patience);
}

QTEST_MAIN(TestEvidenceExport)
#include "tst_evidenceexport.moc"
