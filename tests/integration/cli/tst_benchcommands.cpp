// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int code = -1;
    QJsonObject json;
    QString errors;
};

Answer run(const QStringList &words)
{
    QProcess process;
    process.start(qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-cli"_s,
                  QStringList{u"scrub-bench"_s, u"--json"_s} + words);
    process.waitForFinished(120'000);
    return {.code = process.exitCode(),
            .json = QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            .errors = QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// The benchmark measures what was asked for and cannot hide a wrong frame. How fast it was is not tested here.
class TestBenchCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversTheFrameThatWasAskedFor_data()
    {
        QTest::addColumn<QStringList>("how");
        for (const QString &pattern : {u"random"_s, u"local"_s, u"back"_s, u"forward"_s, u"hold-back"_s, u"open"_s}) {
            QTest::newRow(qPrintable(pattern)) << QStringList{u"--pattern"_s, pattern};
        }
        QTest::newRow("cold") << QStringList{u"--cold"_s};
    }
    void deliversTheFrameThatWasAskedFor()
    {
        QFETCH(const QStringList, how);

        const Answer answer = run(how + QStringList{u"--count"_s, u"8"_s, m_clip});

        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.json[u"n"].toInt(), 8);
        QCOMPARE(answer.json[u"wrong"].toInt(), 0);
        const QJsonObject full = answer.json[u"full"].toObject();
        QVERIFY(full[u"p50"].toDouble() > 0 && full[u"p50"].toDouble() <= full[u"p95"].toDouble());
        QVERIFY(full[u"p95"].toDouble() <= full[u"max"].toDouble());
        const QJsonArray requests = answer.json[u"requests"].toArray();
        QCOMPARE(requests.size(), 8);
        for (const QJsonValue &request : requests) {
            QVERIFY(request[u"right"].toBool());
            QCOMPARE(request[u"delivered"].toInt(-1), request[u"asked"].toInt(-2));
        }
    }

    void takesThemFromTheCopyOnceItIsThere()
    {
        const Answer copied = run({u"--copied"_s, u"--count"_s, u"8"_s, m_longClip});
        const Answer decoded = run({u"--count"_s, u"8"_s, m_longClip});

        QCOMPARE(copied.code, 0);
        QCOMPARE(copied.json[u"wrong"].toInt(-1), 0);
        QCOMPARE(copied.json[u"fromCopy"].toInt(), 8);
        const QJsonObject copy = copied.json[u"copy"].toObject();
        QCOMPARE(copy[u"frameCount"].toInt(), 300);
        QVERIFY(copy[u"bytes"].toDouble() > 0 && copy[u"milliseconds"].toDouble() > 0);
        QCOMPARE(decoded.json[u"fromCopy"].toInt(-1), 0);
    }

    void goesTheSameWayForTheSameSeed()
    {
        const auto wayOf = [this](const QString &seed) {
            QList<int> way;
            const Answer answer = run({u"--count"_s, u"6"_s, u"--seed"_s, seed, m_clip});
            for (const QJsonValue &request : answer.json[u"requests"].toArray()) {
                way.append(request[u"asked"].toInt());
            }
            return way;
        };

        QCOMPARE(wayOf(u"7"_s), wayOf(u"7"_s));
        QVERIFY(wayOf(u"7"_s) != wayOf(u"8"_s));
    }

    void saysWhatItDoesNotUnderstand()
    {
        QVERIFY(run({u"--pattern"_s, u"sideways"_s, m_clip}).errors.contains(u"hold-back"));
        QVERIFY(run({u"--count"_s, u"0"_s, m_clip}).errors.contains(u"--count"));
        QVERIFY(run({}).errors.contains(u"Name one media file"));
        QVERIFY(run({u"--cold"_s, u"--copied"_s, m_clip}).errors.contains(u"Either"));
        QVERIFY(run({u"--pattern"_s, u"open"_s, u"--cold"_s, m_clip}).errors.contains(u"open"));
        QCOMPARE(run({m_clip + u".none"_s}).code, 1);
    }

private:
    QString m_clip = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-02-h265-20.mp4"_s;
    /// More than a decoder holds.
    QString m_longClip = qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS") + u"/street-01-h264-15.mp4"_s;
};

QTEST_GUILESS_MAIN(TestBenchCommands)
#include "tst_benchcommands.moc"
