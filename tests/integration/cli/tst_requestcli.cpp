// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int code = -1;
    QJsonDocument json;
    QString errors;
};

} // namespace

/// Areas, the directory and requests from the shell: the program as it is, in a data folder of its own.
class TestRequestCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void measuresAnArea()
    {
        const QString file = write(
            u"area.geojson"_s,
            R"({"type":"Polygon","coordinates":[[[-76.84,40.28],[-76.83,40.28],[-76.83,40.285],[-76.84,40.285],[-76.84,40.28]]]})");

        const Answer answer = run({u"area"_s, file});

        QCOMPARE(answer.code, 0);
        const QJsonObject json = answer.json.object();
        QVERIFY(json.value("valid"_L1).toBool());
        // GeographicLib's Planimeter says 472,032 for these corners.
        QVERIFY(std::abs(json.value("squareMetres"_L1).toDouble() - 472'032) < 2'000);
        QVERIFY(std::abs(json.value("squareMiles"_L1).toDouble() -
                         json.value("squareMetres"_L1).toDouble() / 2'589'988.110336) < 1e-12);
        QCOMPARE(json.value("bounds"_L1).toObject().value("north"_L1).toDouble(), 40.285);
    }

    void refusesAPolygonThatCrossesItselfAndSaysWhere()
    {
        const QString file =
            write(u"bowtie.geojson"_s, R"({"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]})");

        const Answer answer = run({u"area"_s, file});

        QCOMPARE(answer.code, 1);
        const QJsonObject json = answer.json.object();
        QCOMPARE(json.value("fault"_L1).toString(), u"crosses-itself"_s);
        QCOMPARE(json.value("place"_L1).toObject().value("latitude"_L1).toDouble(), 1.0);
        QVERIFY(answer.errors.contains(u"crosses itself, at 1.000000, 1.000000"));
    }

    void importsAListAndReportsItsBrokenRows()
    {
        const QString file =
            write(u"list.csv"_s, "\xEF\xBB\xBF"
                                 "Agency;State;lat;lng\r\nOak PD;Ohio;40.1;\r\n;OH;1;1\r\nElm PD;OH;95;200\r\n");

        const Answer dry = run({u"directory"_s, u"import"_s, file, u"--dry-run"_s});
        QCOMPARE(dry.code, 0);
        QVERIFY(!dry.json.object().value("applied"_L1).toBool());
        const Answer applied = run({u"directory"_s, u"import"_s, file});

        QCOMPARE(applied.code, 0);
        const QJsonObject report = applied.json.object();
        QCOMPARE(report.value("accepted"_L1).toInt(), 1);
        QCOMPARE(report.value("joined"_L1).toInt(), 1);
        const QJsonArray refused = report.value("refused"_L1).toArray();
        QCOMPARE(refused.size(), 2);
        QCOMPARE(refused[0]["line"_L1].toInt(), 3);
        QCOMPARE(refused[0]["reason"_L1].toString(), u"no-name"_s);
        QCOMPARE(refused[1]["reason"_L1].toString(), u"not-on-earth"_s);
        QCOMPARE(run({u"directory"_s, u"find"_s, u"oak"_s}).json.array().size(), 1);
    }

    void changesNothingForAListThatCannotBeRead()
    {
        const QString file = write(u"list.csv"_s, "Agency,State\n\"Oak PD,OH\nElm PD,OH\n");

        const Answer answer = run({u"directory"_s, u"import"_s, file});

        QCOMPARE(answer.code, 1);
        QVERIFY(answer.errors.contains(u"line 2"));
        QVERIFY(answer.errors.contains(u"The directory is as it was"));
        QCOMPARE(run({u"directory"_s, u"list"_s}).json.array().size(), 405);
    }

    void importsTheRealList()
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_FIELD_DATA");
        if (folder.isEmpty()) {
            QSKIP("PORCHLIGHT_FIELD_DATA is not set");
        }

        const Answer answer = run({u"directory"_s, u"import"_s, folder + u"/agencies-by-state.json.gz"_s});

        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.json.object().value("accepted"_L1).toInt(), 23'242);
        const QJsonArray found = run({u"directory"_s, u"find"_s, u"AZ0018900"_s}).json.array();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()["name"_L1].toString(), u"Navajo Nation"_s);
    }

    void checksARequest()
    {
        QJsonObject document = soundRequest();
        document[u"text"_s] = u"You must send it."_s;
        const QString file = write(u"request.json"_s, QJsonDocument(document).toJson());

        const Answer answer = run({u"request"_s, u"check"_s, file});

        QCOMPARE(answer.code, 1);
        const QJsonArray findings = answer.json.object().value("findings"_L1).toArray();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0]["rule"_L1].toString(), u"Pressure"_s);
        QCOMPARE(findings[0]["start"_L1].toInt(), 0);
    }

    void publishesARequest()
    {
        const QString file = write(u"request.json"_s, QJsonDocument(soundRequest()).toJson());

        const Answer published = run({u"request"_s, u"publish"_s, file});

        QVERIFY2(published.code == 0, qPrintable(published.errors));
        const QString id = published.json.object().value("id"_L1).toString();
        QCOMPARE(run({u"request"_s, u"list"_s}).json.array().size(), 1);
        const QJsonObject shown = run({u"request"_s, u"show"_s, id}).json.object();
        QCOMPARE(shown.value("state"_L1).toString(), u"published"_s);
        QCOMPARE(shown.value("title"_L1).toString(), u"Burglary near Wood Street"_s);
        QCOMPARE(run({u"request"_s, u"resolve"_s, id}).code, 0);
        QCOMPARE(run({u"request"_s, u"show"_s, id}).json.object().value("state"_L1).toString(), u"resolved"_s);
    }

    void saysWhichFileIsMissing()
    {
        for (const QStringList &words :
             {QStringList{u"area"_s}, {u"directory"_s, u"import"_s}, {u"request"_s, u"check"_s}}) {
            const Answer answer = run(words + QStringList{m_folder->filePath(u"none"_s)});
            QCOMPARE(answer.code, 1);
            QVERIFY(!answer.errors.isEmpty());
        }
    }

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    static QJsonObject soundRequest()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto time = [](const QDateTime &at) {
            return at.toString(Qt::ISODate);
        };
        return {{u"offence"_s, u"burglary-dwelling"_s},
                {u"caseNumber"_s, u"2026-004117"_s},
                {u"from"_s, time(now.addDays(-2))},
                {u"to"_s, time(now.addDays(-2).addSecs(7200))},
                {u"endsAt"_s, time(now.addDays(10))},
                {u"text"_s, u"We are looking for footage of a white van. Please share what you have, if you wish."_s},
                {u"near"_s, u"Wood Street"_s},
                {u"timeZone"_s, u"America/New_York"_s},
                {u"officer"_s, QJsonObject{{u"id"_s, u"2217"_s},
                                           {u"name"_s, u"Officer 2217"_s},
                                           {u"agencyName"_s, u"Larkfield Police Department"_s},
                                           {u"contact"_s, u"717-555-0142"_s}}},
                {u"area"_s, QJsonObject{{u"type"_s, u"Circle"_s},
                                        {u"centre"_s, QJsonArray{-76.8338, 40.2839}},
                                        {u"radiusMetres"_s, 300}}}};
    }

    Answer run(const QStringList &words) const
    {
        QProcess process;
        process.start(qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-cli"_s,
                      QStringList{u"--data-dir"_s, m_folder->filePath(u"data"_s), u"--json"_s} + words);
        if (!process.waitForFinished(60'000)) {
            process.kill();
            process.waitForFinished();
            return {.code = -1, .json = {}, .errors = u"did not end"_s};
        }
        return {.code = process.exitCode(),
                .json = QJsonDocument::fromJson(process.readAllStandardOutput()),
                .errors = QString::fromUtf8(process.readAllStandardError())};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRequestCli)
#include "tst_requestcli.moc"
