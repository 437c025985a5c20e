// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "evidence/csvtext.h"
#include "evidence/packagenames.h"
#include "evidence/packagepages.h"
#include "support/evidencecase.h"
#include "support/filesizelimit.h"
#include "tamperedpackage.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

std::map<QString, QByteArray> contentsOf(const QString &folder)
{
    std::map<QString, QByteArray> contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = QDir(folder).relativeFilePath(files.next());
        contents.emplace(path, TamperedPackage(folder).read(path));
    }
    return contents;
}

bool isEmpty(const QString &folder)
{
    return QDir(folder).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

} // namespace

class TestPackageWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheSameBytesTwice();
    void keepsOriginalsByteForByte();
    void namesFilesByTheRules();
    void stockToolsAcceptIt();
    void recordFitsItsSchema_data();
    void recordFitsItsSchema();
    void pagesLoadNothingFromElsewhere();
    void pagesShowTextAsText();
    void spreadsheetsGetNoFormula();
    void saysWhatWasLeftOut();
    void saysHowEachClockWasSet();
    void tellsProgress();
    void leavesNothingWhenCancelled_data();
    void leavesNothingWhenCancelled();
    void leavesNothingWhenTheDiskIsFull();
    void refusesAnOriginalThatChanged();
    void refusesAMissingOriginal();
    void refusesABrokenLog();
    void refusesAFrameTableThatIsNone();
    void keepsAPackageThatIsAlreadyThere();
    void refusesAFolderThatIsNotThere();
    void clearsWhatACrashLeft();
};

void TestPackageWriter::writesTheSameBytesTwice()
{
    QTemporaryDir first;
    QTemporaryDir second;

    const QString one = EvidenceCase().write(first.path());
    const QString two = EvidenceCase().write(second.path());

    QCOMPARE(contentsOf(one), contentsOf(two));
}

void TestPackageWriter::keepsOriginalsByteForByte()
{
    const EvidenceCase evidence;
    QTemporaryDir folder;

    const auto contents = contentsOf(evidence.write(folder.path()));

    const Digest digest = evidence.context.clips.front().digest;
    QCOMPARE(contents.at(u"data/items/001_0000000a/original/Haustur_22.MOV"_s), evidence.kept.at(digest));
    QVERIFY(contents.at(u"START-HERE.html"_s).count(digestToString(digest).toLatin1()) == 2);
}

void TestPackageWriter::namesFilesByTheRules()
{
    QTemporaryDir folder;

    const QString package = EvidenceCase().write(folder.path());

    QCOMPARE(QFileInfo(package).fileName(), u"PORCHLIGHT_2026-004117_20261124_7f3a91c2"_s);
    for (const auto &[path, bytes] : contentsOf(package)) {
        QVERIFY2(pathProblem(path).isEmpty(), qPrintable(path));
    }
}

void TestPackageWriter::stockToolsAcceptIt()
{
    QTemporaryDir folder;
    const QString package = EvidenceCase().write(folder.path());

    for (const auto &[program, manifest] :
         {std::pair(u"sha256sum"_s, u"manifest-sha256.txt"_s), std::pair(u"sha512sum"_s, u"manifest-sha512.txt"_s),
          std::pair(u"sha256sum"_s, u"tagmanifest-sha256.txt"_s),
          std::pair(u"sha512sum"_s, u"tagmanifest-sha512.txt"_s)}) {
        QProcess process;
        process.setWorkingDirectory(package);
        process.start(program, {u"--strict"_s, u"-c"_s, manifest});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
}

void TestPackageWriter::recordFitsItsSchema_data()
{
    QTest::addColumn<bool>("isContactSheet");
    QTest::newRow("still") << false;
    QTest::newRow("contact sheet") << true;
}

void TestPackageWriter::recordFitsItsSchema()
{
    QFETCH(const bool, isContactSheet);
    QTemporaryDir folder;
    EvidenceCase evidence;
    evidence.context.stills.front().kind = isContactSheet ? StillKind::ContactSheet : StillKind::Frame;
    const QString package = evidence.write(folder.path());

    QProcess process;
    process.setWorkingDirectory(package);
    process.start(u"python3"_s,
                  {u"-c"_s, u"import json, jsonschema\n"
                            "record = open('metadata/package.json', encoding='utf-8').read()\n"
                            "schema = json.load(open('metadata/package.schema.json', encoding='utf-8'))\n"
                            "jsonschema.Draft202012Validator(schema).validate(json.loads(record))\n"
                            "canonical = json.dumps(json.loads(record), sort_keys=True, separators=(',', ':'),"
                            " ensure_ascii=False)\n"
                            "assert canonical == record\n"_s});

    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void TestPackageWriter::pagesLoadNothingFromElsewhere()
{
    QTemporaryDir folder;
    const QString package = EvidenceCase().write(folder.path());

    for (const QString &page : {u"START-HERE.html"_s, u"data/report/report.html"_s}) {
        const QString html = QString::fromUtf8(TamperedPackage(package).read(page));
        QVERIFY(!html.contains(u"<script"_s, Qt::CaseInsensitive));
        QVERIFY(html.contains(u"UNSEALED"_s));
        static const QRegularExpression Link(u"(?:src|href)=\"([^\"]*)\""_s);
        int links = 0;
        for (const QRegularExpressionMatch &match : Link.globalMatch(html)) {
            const QString target = QFileInfo(TamperedPackage(package).at(page)).path() + u'/' + match.captured(1);
            QVERIFY2(QFileInfo(target).isFile(), qPrintable(target));
            ++links;
        }
        QVERIFY(links > 0);
    }
}

void TestPackageWriter::pagesShowTextAsText()
{
    QTemporaryDir folder;
    const auto contents = contentsOf(EvidenceCase().write(folder.path()));

    QVERIFY(contents.at(u"data/report/report.html"_s).contains("turns left &lt;b&gt;"));
    QVERIFY(contents.at(u"START-HERE.html"_s).contains("Haustür &lt;22&gt;.MOV"));
    for (const QByteArray &line : contents.at(u"README.txt"_s).split('\n')) {
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QVERIFY2(QString::fromUtf8(line).size() <= 81, line.constData());
    }
}

void TestPackageWriter::spreadsheetsGetNoFormula()
{
    QTemporaryDir folder;
    const auto contents = contentsOf(EvidenceCase().write(folder.path()));

    QVERIFY(contents.at(u"data/report/notes.csv"_s).contains("\"'+van, \"\"grey\"\""));
    for (const QString &path : {u"data/report/notes.csv"_s, u"metadata/items.csv"_s, u"custody/log.csv"_s}) {
        QVERIFY(readCsv(contents.at(path), [](const QStringList &row) {
            return std::ranges::none_of(row, [](const QString &cell) {
                return cell.startsWith(u'=') || cell.startsWith(u'+') || cell.startsWith(u'@');
            });
        }));
    }
}

void TestPackageWriter::saysWhatWasLeftOut()
{
    QTemporaryDir folder;
    const auto contents = contentsOf(EvidenceCase().write(folder.path()));

    const QByteArray page = contents.at(u"START-HERE.html"_s);
    QVERIFY(page.contains("Clip C, IMG_2290.MOV"));
    QVERIFY(page.contains("It was declined: shows another street"));
    QVERIFY(page.contains("Sound of Clip A"));
    QVERIFY(page.contains("Frame table of Clip B"));
}

void TestPackageWriter::saysHowEachClockWasSet()
{
    QTemporaryDir folder;
    const auto contents = contentsOf(EvidenceCase().write(folder.path()));

    const QByteArray page = contents.at(u"START-HERE.html"_s);
    QVERIFY(page.contains("+3.200 s ± 0.100 s, each of its seconds lasts 0.999850000 s, from two known times, by M. "
                          "Okafor (2217) at 2026-11-24T"));
    QVERIFY(page.contains("entry 8 of the custody log; it goes back to a clock that was known to be right"));
    QVERIFY(page.contains("clock not compared with any other"));
    QVERIFY(contents.at(u"metadata/items.csv"_s)
                .contains("\"3.200000\",\"0.100000\",\"-150000\",\"twoPoints\",\"yes\",\"M. Okafor\",\"2026-"));
}

void TestPackageWriter::tellsProgress()
{
    const EvidenceCase evidence;
    QTemporaryDir folder;
    std::vector<PackageProgress> told;

    const auto written =
        PackageWriter(evidence.opener())
            .write(evidence.plan(), evidence.material, folder.path(), [&told](const PackageProgress &progress) {
                told.push_back(progress);
                return true;
            });

    QVERIFY(written);
    QVERIFY(std::ranges::is_sorted(told, {}, &PackageProgress::bytesDone));
    QVERIFY(std::ranges::all_of(told, [](const PackageProgress &p) { return p.bytesDone <= p.bytesTotal; }));
    QCOMPARE(told.front().phase, PackageProgress::Phase::Writing);
    QCOMPARE(told.back().phase, PackageProgress::Phase::Checking);
}

void TestPackageWriter::leavesNothingWhenCancelled_data()
{
    QTest::addColumn<int>("after");
    QTest::newRow("at once") << 0;
    QTest::newRow("while copying") << 3;
    QTest::newRow("while checking") << 30;
}

void TestPackageWriter::leavesNothingWhenCancelled()
{
    QFETCH(int, after);
    const EvidenceCase evidence;
    QTemporaryDir folder;

    const auto written = PackageWriter(evidence.opener())
                             .write(evidence.plan(), evidence.material, folder.path(),
                                    [&after](const PackageProgress &) { return after-- > 0; });

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::Canceled);
    QVERIFY(isEmpty(folder.path()));
}

void TestPackageWriter::leavesNothingWhenTheDiskIsFull()
{
    const EvidenceCase evidence;
    QTemporaryDir folder;
    const FileSizeLimit limit(20'000);

    const auto written = PackageWriter(evidence.opener()).write(evidence.plan(), evidence.material, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::NoSpace);
    QVERIFY(isEmpty(folder.path()));
}

void TestPackageWriter::refusesAnOriginalThatChanged()
{
    EvidenceCase evidence;
    QTemporaryDir folder;
    evidence.kept.at(evidence.context.clips.front().digest)[7] = 'X';

    const auto written = PackageWriter(evidence.opener()).write(evidence.plan(), evidence.material, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::OriginalChanged);
    QVERIFY(isEmpty(folder.path()));
}

void TestPackageWriter::refusesAMissingOriginal()
{
    EvidenceCase evidence;
    QTemporaryDir folder;
    evidence.kept.erase(evidence.context.clips.front().digest);

    const auto written = PackageWriter(evidence.opener()).write(evidence.plan(), evidence.material, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::OriginalUnreadable);
    QVERIFY(isEmpty(folder.path()));
}

void TestPackageWriter::refusesABrokenLog()
{
    EvidenceCase evidence;
    QTemporaryDir folder;
    evidence.material.custody.erase(evidence.material.custody.begin() + 2);

    const auto written = PackageWriter(evidence.opener()).write(evidence.plan(), evidence.material, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::LogBroken);
    QVERIFY(isEmpty(folder.path()));
}

void TestPackageWriter::refusesAFrameTableThatIsNone()
{
    EvidenceCase evidence;
    QTemporaryDir folder;
    evidence.material.clips.at(evidence.context.clips.front().id).frameTable = "number,pts\n0,1\n";

    const auto written = PackageWriter(evidence.opener()).write(evidence.plan(), evidence.material, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::FrameTableInvalid);
    QVERIFY(isEmpty(folder.path()));
}

void TestPackageWriter::keepsAPackageThatIsAlreadyThere()
{
    const EvidenceCase evidence;
    QTemporaryDir folder;
    const auto before = contentsOf(evidence.write(folder.path()));

    const auto written = PackageWriter(evidence.opener()).write(evidence.plan(), evidence.material, folder.path());

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::AlreadyThere);
    QCOMPARE(contentsOf(folder.filePath(evidence.plan().record.bagName)), before);
}

void TestPackageWriter::refusesAFolderThatIsNotThere()
{
    const EvidenceCase evidence;

    const auto written =
        PackageWriter(evidence.opener()).write(evidence.plan(), evidence.material, u"/nonexistent/place"_s);

    QVERIFY(!written);
    QCOMPARE(written.error().code, EvidenceError::TargetMissing);
}

void TestPackageWriter::clearsWhatACrashLeft()
{
    const EvidenceCase evidence;
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(u".%1.partial/data/items"_s.arg(evidence.plan().record.bagName));

    QVERIFY(QFileInfo(evidence.write(folder.path())).isDir());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size(), 1);
}

QTEST_GUILESS_MAIN(TestPackageWriter)
#include "tst_packagewriter.moc"
