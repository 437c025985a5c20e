// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int exitCode = -1;
    QByteArray output;
    QString complaint;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
};

Answer run(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(120'000)) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The evidence package of a case from a shell, with the real decoder and real clips, checked by what everybody has.
class TestExportCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAPackageThatEverybodyCanCheck_data();
    void writesAPackageThatEverybodyCanCheck();
    void framesAreThoseOfTheFramesCommand();
    void leavesNothingWhereThereIsNoFolder();
    void refusesWithASentence_data();
    void refusesWithASentence();

private:
    [[nodiscard]] Answer cli(const QStringList &words) const;
    void importClip(const QString &path) const;
    [[nodiscard]] QJsonObject exported() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_bin = qEnvironmentVariable("PORCHLIGHT_BIN");
};

void TestExportCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkpath(u"out"_s);
    QCOMPARE(cli({u"case"_s, u"add"_s, u"2026-1"_s}).exitCode, 0);
}

Answer TestExportCli::cli(const QStringList &words) const
{
    return run(m_bin + u"/porchlight-cli"_s, QStringList{u"--data-dir"_s, m_folder->filePath(u"data"_s)} + words);
}

void TestExportCli::importClip(const QString &path) const
{
    const Answer imported = cli({u"clips"_s, u"import"_s, path, u"--case"_s, u"2026-1"_s});
    QVERIFY2(imported.exitCode == 0, qPrintable(imported.complaint));
}

QJsonObject TestExportCli::exported() const
{
    const Answer answer =
        cli({u"--json"_s, u"export"_s, u"2026-1"_s, u"--out"_s, m_folder->filePath(u"out"_s), u"--to"_s, u"Court"_s});
    return answer.exitCode == 0 ? answer.object() : QJsonObject{{u"complaint"_s, answer.complaint}};
}

void TestExportCli::writesAPackageThatEverybodyCanCheck_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("demo clips") << qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS");
    if (const QString field = qEnvironmentVariable("PORCHLIGHT_FIELD_DATA"); !field.isEmpty()) {
        QTest::newRow("real clips") << field + u"/footage"_s;
    }
}

void TestExportCli::writesAPackageThatEverybodyCanCheck()
{
    QFETCH(const QString, folder);
    int clips = 0;
    for (const QFileInfo &clip : QDir(folder).entryInfoList({u"*.mp4"_s, u"*.mov"_s, u"*.mkv"_s}, QDir::Files)) {
        importClip(clip.filePath());
        ++clips;
    }
    QVERIFY(clips > 0);

    const QJsonObject answer = exported();

    const QString path = answer[u"path"_s].toString();
    QVERIFY2(!path.isEmpty(), qPrintable(answer[u"complaint"_s].toString()));
    QCOMPARE(answer[u"clips"_s].toInt(), clips);
    const Answer verified = run(m_bin + u"/porchlight-verify"_s, {path});
    QVERIFY2(verified.exitCode == 2, verified.output.constData());
    for (const QString &bits : {u"256"_s, u"512"_s}) {
        for (const QString &manifest : {u"manifest"_s, u"tagmanifest"_s}) {
            const Answer sums =
                run(u"sha%1sum"_s.arg(bits), {u"--strict"_s, u"-c"_s, u"%1-sha%2.txt"_s.arg(manifest, bits)}, path);
            QVERIFY2(sums.exitCode == 0, qPrintable(sums.complaint));
        }
    }
    QCOMPARE(cli({u"audit"_s, u"verify"_s}).exitCode, 0);
}

void TestExportCli::framesAreThoseOfTheFramesCommand()
{
    const QFileInfo clip = QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).entryInfoList({u"*.mp4"_s}).constFirst();
    importClip(clip.filePath());

    const QString path = exported()[u"path"_s].toString();

    const QJsonObject record = QJsonDocument::fromJson(contents(path + u"/metadata/package.json"_s)).object();
    const QJsonObject item = record[u"items"_s].toArray().at(0).toObject();
    const QString table = item[u"frames"_s].toObject()[u"file"_s].toObject()[u"path"_s].toString();
    QVERIFY(!table.isEmpty());
    QCOMPARE(contents(path + u'/' + table), cli({u"frames"_s, clip.filePath()}).output);
    QCOMPARE(contents(path + u'/' + item[u"original"_s].toObject()[u"path"_s].toString()), contents(clip.filePath()));
}

void TestExportCli::leavesNothingWhereThereIsNoFolder()
{
    importClip(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-01-h264-15.mp4"_s);

    const Answer answer = cli({u"export"_s, u"2026-1"_s, u"--out"_s, u"/nonexistent/place"_s});

    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.complaint.contains(u"Nothing was written"));
    QCOMPARE(cli({u"audit"_s, u"verify"_s}).exitCode, 0);
}

void TestExportCli::refusesWithASentence_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("part");
    QTest::newRow("no folder named") << QStringList{u"export"_s, u"2026-1"_s} << u"usage"_s;
    QTest::newRow("no such case") << QStringList{u"export"_s, u"2026-9"_s, u"--out"_s, u"/tmp"_s} << u"no case"_s;
    QTest::newRow("nothing in it") << QStringList{u"export"_s, u"2026-1"_s, u"--out"_s, u"/tmp"_s} << u"no clip"_s;
}

void TestExportCli::refusesWithASentence()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, part);

    const Answer answer = cli(words);

    QCOMPARE(answer.exitCode, 1);
    QVERIFY2(answer.complaint.contains(part), qPrintable(answer.complaint));
    QVERIFY(answer.output.isEmpty());
}

QTEST_GUILESS_MAIN(TestExportCli)
#include "tst_exportcli.moc"
