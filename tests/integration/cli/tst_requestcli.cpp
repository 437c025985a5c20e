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

    void measuresACircleAndACorridor()
    {
        const Answer circle = run({u"area"_s, write(u"circle.geojson"_s, R"({"type":"Feature","geometry":null,
            "properties":{"kind":"circle","centre":[-76.8338,40.2839],"radiusMetres":330}})")});
        QCOMPARE(circle.code, 0);
        QCOMPARE(circle.json.object().value("kind"_L1).toString(), u"circle"_s);
        QVERIFY(std::abs(circle.json.object().value("squareMetres"_L1).toDouble() - 342'119) < 1);
        const QString track = write(u"walk.txt"_s, "<gpx><trk><trkseg><trkpt lat='40.28' lon='-76.84'/>"
                                                   "<trkpt lat='40.28' lon='-76.83'/></trkseg></trk></gpx>");

        const Answer corridor = run({u"area"_s, track, u"--half-width"_s, u"30"_s});

        QCOMPARE(corridor.code, 0);
        const QJsonObject json = corridor.json.object();
        QCOMPARE(json.value("format"_L1).toString(), u"gpx"_s);
        QCOMPARE(json.value("kind"_L1).toString(), u"corridor"_s);
        QCOMPARE(json.value("halfWidthMetres"_L1).toDouble(), 30.0);
        // 850.4 m of route, 60 m wide, with two half discs.
        QVERIFY(std::abs(json.value("squareMetres"_L1).toDouble() - 53'850) < 100);
    }

    void saysOnWhoseGroundAnAreaLies()
    {
        const QString agencies =
            write(u"list.csv"_s, "Agency;State;lat;lng\nOak PD;Ohio;40.1;-82\nElm Sheriff;OH;40;-82\n");
        QCOMPARE(run({u"directory"_s, u"import"_s, agencies}).code, 0);
        const QString grounds = write(u"grounds.geojson"_s, R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"Oak PD"},"geometry":{"type":"Polygon","coordinates":[[[-82.1,40],[-82,40],[-82,40.1],[-82.1,40.1],[-82.1,40]]]}},
            {"type":"Feature","properties":{"name":"Elm Sheriff"},"geometry":{"type":"Polygon","coordinates":[[[-82.1,39.9],[-82,39.9],[-82,40.05],[-82.1,40.05],[-82.1,39.9]]]}},
            {"type":"Feature","properties":{"name":"Ash PD"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]})");
        const Answer dry = run({u"jurisdiction"_s, u"import"_s, grounds, u"--dry-run"_s});
        QCOMPARE(dry.code, 0);
        QVERIFY(!dry.json.object().value("applied"_L1).toBool());
        QVERIFY(run({u"jurisdiction"_s, u"list"_s}).json.array().isEmpty());

        const Answer imported = run({u"jurisdiction"_s, u"import"_s, grounds});

        QCOMPARE(imported.code, 0);
        QCOMPARE(imported.json.object().value("grounds"_L1).toArray().size(), 2);
        QCOMPARE(imported.json.object().value("refused"_L1).toArray().at(0)["reason"_L1].toString(),
                 u"no-such-agency"_s);
        const QJsonArray both = run({u"jurisdiction"_s, u"at"_s, u"40.02,-82.05"_s}).json.array();
        QCOMPARE(both.size(), 2);
        QCOMPARE(run({u"jurisdiction"_s, u"at"_s, u"40.08,-82.05"_s}).json.array().at(0)["agency"_L1].toString(),
                 u"Oak PD"_s);
        QVERIFY(run({u"jurisdiction"_s, u"at"_s, u"41,-82.05"_s}).json.array().isEmpty());
        QCOMPARE(run({u"jurisdiction"_s, u"at"_s, u"north"_s}).code, 1);
        const QJsonArray list = run({u"jurisdiction"_s, u"list"_s}).json.array();
        QCOMPARE(list.at(0)["overlaps"_L1].toArray().size(), 1);

        // Half of it lies north of all grounds, three quarters outside the sheriff's.
        const Answer area =
            run({u"area"_s, write(u"a.wkt"_s, "POLYGON((-82.06 40,-82.05 40,-82.05 40.2,-82.06 40.2,-82.06 40))")});
        const QJsonObject jurisdiction = area.json.object().value("jurisdiction"_L1).toObject();
        const QJsonArray met = jurisdiction.value("jurisdictions"_L1).toArray();
        QCOMPARE(met.size(), 2);
        QVERIFY(!met.at(0)["holdsAll"_L1].toBool());
        const double nobodys = jurisdiction.value("onNobodysGround"_L1)["share"_L1].toDouble();
        QVERIFY2(std::abs(nobodys - 0.5) < 0.001, qPrintable(QString::number(nobodys)));
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
