// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
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
    [[nodiscard]] QJsonArray list() const { return QJsonDocument::fromJson(output).array(); }
};

} // namespace

/// Cases, clips and the custody log from a shell, as a script would use them.
class TestRecordCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->filePath(u"data"_s);
    }

    void opensListsAndShowsCases()
    {
        const Answer added = run({u"--json"_s, u"case"_s, u"add"_s, u"2026-1"_s, u"--title"_s, u"Ash St"_s});

        QCOMPARE(added.exitCode, 0);
        QCOMPARE(added.object()[u"number"_s].toString(), u"2026-1"_s);
        QCOMPARE(run({u"--json"_s, u"case"_s, u"list"_s}).list().size(), 1);
        const QJsonObject shown = run({u"--json"_s, u"case"_s, u"show"_s, u"2026-1"_s}).object();
        QCOMPARE(shown[u"title"_s].toString(), u"Ash St"_s);
        QCOMPARE(shown[u"clipCount"_s].toInt(), 0);
    }

    void refusesWithASentenceAndExitCodeOne_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("part");
        QTest::newRow("case there") << QStringList{u"case"_s, u"add"_s, u"2026-1"_s} << u"already"_s;
        QTest::newRow("no such case") << QStringList{u"case"_s, u"show"_s, u"7"_s} << u"no case 7"_s;
        QTest::newRow("no number") << QStringList{u"case"_s, u"add"_s} << u"usage"_s;
        QTest::newRow("no case given") << QStringList{u"clips"_s, u"import"_s, u"x.mp4"_s} << u"usage"_s;
        QTest::newRow("no such file") << importOf(u"/no/such.mp4"_s) << u"cannot be read"_s;
        QTest::newRow("no video") << importOf(u"/etc/passwd"_s) << u"no video"_s;
        QTest::newRow("list of no case") << QStringList{u"clips"_s, u"list"_s, u"--case"_s, u"7"_s} << u"no case 7"_s;
    }

    void refusesWithASentenceAndExitCodeOne()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, part);
        QCOMPARE(run({u"case"_s, u"add"_s, u"2026-1"_s}).exitCode, 0);

        const Answer answer = run(words);

        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.output.isEmpty());
        QVERIFY2(answer.complaint.contains(part), qPrintable(answer.complaint));
    }

    void takesAClipInAndTellsItsFacts()
    {
        QCOMPARE(run({u"case"_s, u"add"_s, u"2026-1"_s}).exitCode, 0);

        const Answer taken = run(QStringList{u"--json"_s} + importOf(demoClip()));

        QVERIFY2(taken.exitCode == 0, qPrintable(taken.complaint));
        const QJsonObject facts = taken.object()[u"facts"_s].toObject();
        QVERIFY(facts[u"frameCount"_s].toInt() > 10);
        QCOMPARE(facts[u"videoCodec"_s].toString(), u"h264"_s);
        const QJsonArray clips = run({u"--json"_s, u"clips"_s, u"list"_s}).list();
        QCOMPARE(clips.size(), 1);
        QCOMPARE(clips[0].toObject()[u"digest"_s], taken.object()[u"digest"_s]);
        QVERIFY(run(importOf(demoClip())).complaint.contains(u"already"_s));
    }

    void refusesAClipThatWasCutOff()
    {
        QCOMPARE(run({u"case"_s, u"add"_s, u"2026-1"_s}).exitCode, 0);
        QFile whole(demoClip());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QString path = m_folder->filePath(u"cut.mp4"_s);
        QFile cut(path);
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(whole.read(whole.size() / 20));
        cut.close();

        const Answer answer = run(importOf(path));

        QCOMPARE(answer.exitCode, 1);
        QVERIFY(!answer.complaint.isEmpty());
        const QJsonArray refused = run({u"--json"_s, u"audit"_s, u"list"_s, u"--refused"_s}).list();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0].toObject()[u"action"_s].toString(), u"clip.imported"_s);
    }

    void checksTheLog()
    {
        QCOMPARE(run({u"case"_s, u"add"_s, u"2026-1"_s}).exitCode, 0);

        const Answer answer = run({u"--json"_s, u"audit"_s, u"verify"_s});

        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.object()[u"intact"_s].toBool());
        QCOMPARE(answer.object()[u"entries"_s].toInt(), 1);
        QCOMPARE(run({u"--json"_s, u"audit"_s, u"list"_s, u"--limit"_s, u"1"_s}).list().size(), 1);
    }

    void namesTheBrokenEntry()
    {
        for (const QString &number : {u"1"_s, u"2"_s, u"3"_s}) {
            QCOMPARE(run({u"case"_s, u"add"_s, number}).exitCode, 0);
        }
        meddle({u"drop trigger custody_event_no_update"_s,
                u"update custody_event set officer_name = 'Nobody' where sequence = 2"_s});

        const Answer answer = run({u"--json"_s, u"audit"_s, u"verify"_s});

        QCOMPARE(answer.exitCode, 1);
        QCOMPARE(answer.object()[u"firstBrokenEntry"_s].toInt(), 2);
        QVERIFY(answer.complaint.contains(u"Entry 2"_s));
    }

    void noticesThatTheNewestEntriesAreGone()
    {
        for (const QString &number : {u"1"_s, u"2"_s, u"3"_s}) {
            QCOMPARE(run({u"case"_s, u"add"_s, number}).exitCode, 0);
        }
        meddle({u"drop trigger custody_event_no_delete"_s, u"delete from custody_event where sequence = 3"_s});

        const Answer answer = run({u"audit"_s, u"verify"_s});

        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.complaint.contains(u"entry 3"_s));
    }

    void refusesADatabaseOfANewerVersion()
    {
        QCOMPARE(run({u"case"_s, u"add"_s, u"1"_s}).exitCode, 0);
        meddle({u"insert into schema_migration (number, name, sha256, applied_at, oldest_compatible) "
                "values (9990, 'future', '%1', 1, 9990)"_s.arg(QString(64, u'0'))});

        const Answer answer = run({u"case"_s, u"list"_s});

        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.complaint.contains(u"newer version"_s));
    }

    void saysWhoCannotWriteHere()
    {
        const QString path = m_folder->filePath(u"file"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        m_data = path;

        const Answer answer = run({u"case"_s, u"list"_s});

        QCOMPARE(answer.exitCode, 1);
        QVERIFY(!answer.complaint.isEmpty());
    }

private:
    static QStringList importOf(const QString &path)
    {
        return {u"clips"_s, u"import"_s, path, u"--case"_s, u"2026-1"_s};
    }

    static QString demoClip() { return qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-01-h264-15.mp4"_s; }

    Answer run(const QStringList &words) const
    {
        constexpr int AnswerTimeout = 60'000;
        QProcess process;
        process.start(qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-cli"_s,
                      QStringList{u"--data-dir"_s, m_data} + words);
        if (!process.waitForFinished(AnswerTimeout)) {
            return {.complaint = process.errorString()};
        }
        return {.exitCode = process.exitCode(),
                .output = process.readAllStandardOutput(),
                .complaint = QString::fromUtf8(process.readAllStandardError())};
    }

    void meddle(const QStringList &statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddler"_s);
            database.setDatabaseName(m_data + u"/porchlight.sqlite"_s);
            QVERIFY(database.open());
            for (const QString &statement : statements) {
                QVERIFY(QSqlQuery(database).exec(statement));
            }
        }
        QSqlDatabase::removeDatabase(u"meddler"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
};

QTEST_GUILESS_MAIN(TestRecordCli)
#include "tst_recordcli.moc"
