// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "evidence/packageverifier.h"
#include "support/evidencecase.h"
#include "tamperings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

/// Copies a folder of plain files.
void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(file);
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(file, target)) {
            qFatal("cannot copy %s", qPrintable(file));
        }
    }
}

QByteArray describe(const VerificationReport &report)
{
    return "\n" + toText(report).toUtf8();
}

bool isListed(const VerificationReport &report, Verification::Check check, FaultCode code)
{
    const std::vector<Fault> &faults = report.lines[static_cast<std::size_t>(check)].faults;
    return std::ranges::find(faults, code, &Fault::code) != faults.end();
}

} // namespace

class TestTampering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysThatAGoodPackageIsUnsealed();
    void noticesEveryChange_data();
    void noticesEveryChange();
    void namesBothOfTwoFilesThatChangedPlaces();
    void hintsThatARenamedFileHasTheSameContent();
    void listsAllFaultsNotTheFirst();
    void cannotSeeThatEverythingWasMadeAnew();

private:
    std::vector<Tampering> m_tamperings;
    QTemporaryDir m_folder;
    QString m_good;
    std::unique_ptr<QTemporaryDir> m_copy;
};

void TestTampering::initTestCase()
{
    m_good = EvidenceCase().write(m_folder.path());
    for (const auto &rows :
         {payloadTamperings(), manifestTamperings(), tagTamperings(), logTamperings(), recordTamperings()}) {
        m_tamperings.insert(m_tamperings.end(), rows.begin(), rows.end());
    }
}

void TestTampering::init()
{
    m_copy = std::make_unique<QTemporaryDir>();
    copyFolder(m_good, m_copy->filePath(u"package"_s));
}

void TestTampering::saysThatAGoodPackageIsUnsealed()
{
    const VerificationReport report = PackageVerifier().verify(m_copy->filePath(u"package"_s));

    QVERIFY2(report.verdict == Verification::Verdict::SignerUnknown, describe(report).constData());
    const std::array expected = {Verification::State::Pass,       Verification::State::Pass,
                                 Verification::State::Pass,       Verification::State::NotPresent,
                                 Verification::State::NotPresent, Verification::State::Pass,
                                 Verification::State::Pass};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY2(report.lines[i].state == expected[i], describe(report).constData());
        QVERIFY2(report.lines[i].faults.empty(), describe(report).constData());
    }
}

void TestTampering::noticesEveryChange_data()
{
    QTest::addColumn<qsizetype>("index");
    for (std::size_t i = 0; i < m_tamperings.size(); ++i) {
        QTest::newRow(m_tamperings[i].name) << static_cast<qsizetype>(i);
    }
}

void TestTampering::noticesEveryChange()
{
    QFETCH(const qsizetype, index);
    const Tampering &tampering = m_tamperings[static_cast<std::size_t>(index)];

    tampering.act(TamperedPackage(m_copy->filePath(u"package"_s)));
    const VerificationReport report = PackageVerifier().verify(m_copy->filePath(u"package"_s));

    QVERIFY2(report.verdict == tampering.verdict, describe(report).constData());
    QVERIFY2(isListed(report, tampering.check, tampering.code), describe(report).constData());
}

void TestTampering::namesBothOfTwoFilesThatChangedPlaces()
{
    const TamperedPackage package(m_copy->filePath(u"package"_s));
    const QString a = u"data/items/001_0000000a/original/Haustur_22.MOV"_s;
    const QString b = u"data/items/002_0000000b/original/clip_CON.mp4"_s;
    package.rename(a, u"data/other"_s);
    package.rename(b, a);
    package.rename(u"data/other"_s, b);

    const VerificationReport report = PackageVerifier().verify(package.folder());

    const QStringList faults = report.lines[1].faultTexts();
    QVERIFY(std::ranges::any_of(
        faults, [&](const QString &text) { return text.startsWith(a) && text.contains(u"those of \"%1\""_s.arg(b)); }));
    QVERIFY(std::ranges::any_of(
        faults, [&](const QString &text) { return text.startsWith(b) && text.contains(u"those of \"%1\""_s.arg(a)); }));
}

void TestTampering::hintsThatARenamedFileHasTheSameContent()
{
    const TamperedPackage package(m_copy->filePath(u"package"_s));
    const QString a = u"data/items/001_0000000a/original/Haustur_22.MOV"_s;
    package.rename(a, u"data/items/001_0000000a/original/garden.MOV"_s);

    const VerificationReport report = PackageVerifier().verify(package.folder());

    QVERIFY2(report.lines[2].faultTexts().join(u'\n').contains(u"same content as \"%1\""_s.arg(a)),
             describe(report).constData());
}

void TestTampering::listsAllFaultsNotTheFirst()
{
    const TamperedPackage package(m_copy->filePath(u"package"_s));
    package.remove(u"data/items/001_0000000a/frames.csv"_s);
    package.write(u"extra.html"_s, "x");
    package.change(u"bag-info.txt"_s, "Payload-Oxum: ", "Payload-Oxum: 1");
    package.change(u"custody/log.jsonl"_s, "M. Okafor", "M. Okabor");

    const VerificationReport report = PackageVerifier().verify(package.folder());

    QVERIFY(isListed(report, Verification::Check::Structure, FaultCode::OxumWrong));
    QVERIFY(isListed(report, Verification::Check::EveryFile, FaultCode::FileMissing));
    QVERIFY(isListed(report, Verification::Check::EveryFile, FaultCode::FileChanged));
    QVERIFY(isListed(report, Verification::Check::NothingExtra, FaultCode::FileUnlisted));
    QVERIFY(isListed(report, Verification::Check::Custody, FaultCode::LogEntryChanged));
    QVERIFY(isListed(report, Verification::Check::Records, FaultCode::RecordDiffers));
}

void TestTampering::cannotSeeThatEverythingWasMadeAnew()
{
    EvidenceCase other;
    const QByteArray forged = QByteArray("forged ").repeated(100);
    other.kept.emplace(sha256(forged), forged);
    SharedClip &clip = other.context.clips.front();
    clip.digest = sha256(forged);
    clip.sha512 = QCryptographicHash::hash(forged, QCryptographicHash::Sha512);
    clip.size = forged.size();
    clip.receipt->clipDigest = clip.digest;
    clip.receipt->clipSize = clip.size;
    clip.receipt = signedReceipt(*clip.receipt, 'y');
    other.material.clips.at(clip.id).receipt = writeClipReceipt(clip);
    other.context.stillRecords.clear();
    std::vector<EventDraft> drafts;
    for (const CustodyEvent &event : other.material.custody) {
        drafts.push_back({.action = event.action,
                          .subject = event.subject,
                          .subjectId = event.subjectId,
                          .caseId = event.caseId,
                          .digest = event.subjectId == clip.id.toString() ? std::optional(clip.digest) : event.digest,
                          .officer = event.officer,
                          .outcome = event.outcome,
                          .reason = {},
                          .details = event.details});
    }
    other.material.custody = chainedLog(drafts, other.context.caseFile.openedAt);
    other.context.clockEntries = other.material.custody;
    QTemporaryDir folder;

    const VerificationReport report = PackageVerifier().verify(other.write(folder.path()));

    // A package without a seal cannot show this, and says so: never exit code 0.
    QCOMPARE(report.verdict, Verification::Verdict::SignerUnknown);
    QVERIFY(report.sentence.contains(u"unsealed"));
}

QTEST_GUILESS_MAIN(TestTampering)
#include "tst_tampering.moc"
