// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/framenumber.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int code = -1;
    QJsonDocument json;
    QString errors;
};

Answer run(const QStringList &words)
{
    QProcess process;
    process.start(qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-cli"_s, QStringList{u"--json"_s} + words);
    process.waitForFinished(120'000);
    return {.code = process.exitCode(),
            .json = QJsonDocument::fromJson(process.readAllStandardOutput()),
            .errors = QString::fromUtf8(process.readAllStandardError())};
}

QString demoClip(const QString &name)
{
    return QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(name);
}

QStringList filesOf(const QString &folder)
{
    QStringList endings;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        endings.append(files.nextFileInfo().suffix());
    }
    endings.sort();
    return endings;
}

} // namespace

/// What the engine makes of a whole clip can be asked for, seen, and kept.
class TestIndexCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenEachPartIsThere()
    {
        const Answer answer = run({u"index"_s, m_loud});

        QCOMPARE(answer.code, 0);
        const QJsonObject json = answer.json.object();
        QCOMPARE(json[u"frameCount"].toInt(), 300);
        QCOMPARE(json[u"smallPictureCount"].toInt(), 300);
        QCOMPARE(json[u"fromShelf"].toBool(true), false);
        QVERIFY(std::abs(json[u"peakCount"].toInt() - 1000) <= 10);
        const QJsonObject times = json[u"milliseconds"].toObject();
        QVERIFY(times[u"opened"].toDouble() > 0);
        QVERIFY(times[u"packetTable"].toDouble() >= times[u"opened"].toDouble());
        QVERIFY(times[u"verifiedPass"].toDouble() >= times[u"packetTable"].toDouble());
        QVERIFY(times[u"smallPictures"].toDouble() >= times[u"opened"].toDouble());
        QVERIFY(times[u"waveform"].toDouble() >= times[u"verifiedPass"].toDouble());
    }

    void takesFromTheShelfWhatItKept()
    {
        const QTemporaryDir shelf;
        const QTemporaryDir key;
        const QJsonObject made =
            run({u"index"_s, u"--shelf"_s, shelf.path(), u"--key"_s, key.filePath(u"key"_s), m_loud}).json.object();
        QCOMPARE(filesOf(shelf.path()), QStringList({u"index"_s, u"proxies"_s, u"wave"_s}));

        const QJsonObject kept =
            run({u"index"_s, u"--shelf"_s, shelf.path(), u"--key"_s, key.filePath(u"key"_s), m_loud}).json.object();

        QCOMPARE(made[u"fromShelf"].toBool(true), false);
        QCOMPARE(kept[u"fromShelf"].toBool(), true);
        QVERIFY(!kept[u"milliseconds"].toObject().contains(u"packetTable"));
        for (const auto &count : {"frameCount"_L1, "smallPictureCount"_L1, "peakCount"_L1}) {
            QVERIFY(kept[count].toInt() > 0);
            QCOMPARE(kept[count].toInt(), made[count].toInt());
        }
    }

    void makesAnewWhatWasSealedWithAnotherKey()
    {
        const QTemporaryDir shelf;
        const QTemporaryDir keys;
        const auto indexWith = [&](const QString &key) {
            return run({u"index"_s, u"--shelf"_s, shelf.path(), u"--key"_s, keys.filePath(key), m_loud});
        };
        QCOMPARE(indexWith(u"first"_s).code, 0);
        constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(!(QFile::permissions(keys.filePath(u"first"_s)) & Others));

        QCOMPARE(indexWith(u"second"_s).json.object()[u"fromShelf"].toBool(true), false);
        QCOMPARE(indexWith(u"second"_s).json.object()[u"fromShelf"].toBool(), true);
    }

    void refusesAShelfWithoutAKey()
    {
        const QTemporaryDir shelf;

        QVERIFY(run({u"index"_s, u"--shelf"_s, shelf.path(), m_loud}).code != 0);
        QVERIFY(filesOf(shelf.path()).isEmpty());
    }

    void leavesTheSoundAloneWhenToldTo()
    {
        const QTemporaryDir shelf;
        const QTemporaryDir key;

        const QJsonObject json = run({u"index"_s, u"--without-sound"_s, u"--shelf"_s, shelf.path(), u"--key"_s,
                                      key.filePath(u"key"_s), m_loud})
                                     .json.object();

        QCOMPARE(json[u"peakCount"].toInt(-1), 0);
        QVERIFY(!json[u"milliseconds"].toObject().contains(u"waveform"));
        QCOMPARE(filesOf(shelf.path()), QStringList({u"index"_s, u"proxies"_s}));
    }

    void keepsThePicturesWhenToldTo()
    {
        const QTemporaryDir shelf;
        const QTemporaryDir key;

        const QJsonObject json = run({u"index"_s, u"--copy"_s, u"--without-sound"_s, u"--shelf"_s, shelf.path(),
                                      u"--key"_s, key.filePath(u"key"_s), m_loud})
                                     .json.object();

        const QJsonObject copy = json[u"copy"].toObject();
        QCOMPARE(copy[u"frameCount"].toInt(), 300);
        QVERIFY(copy[u"bytes"].toDouble() > 0);
        const QJsonObject times = json[u"milliseconds"].toObject();
        QVERIFY(times[u"copy"].toDouble() >= times[u"verifiedPass"].toDouble());
        QCOMPARE(filesOf(shelf.path()), QStringList({u"copy"_s, u"index"_s, u"proxies"_s}));
    }

    void drawsTheFramesItNames_data()
    {
        QTest::addColumn<QString>("clip");
        QTest::addColumn<QStringList>("how");
        QTest::newRow("exact") << u"street-01-h264-15.mp4"_s << QStringList();
        QTest::newRow("key frames") << u"street-01-h264-15.mp4"_s << QStringList{u"--keys"_s};
        QTest::newRow("variable") << u"street-03-variable.mkv"_s << QStringList();
        QTest::newRow("portrait") << u"street-05-portrait-24.mp4"_s << QStringList();
    }
    void drawsTheFramesItNames()
    {
        QFETCH(const QString, clip);
        QFETCH(const QStringList, how);
        const QTemporaryDir folder;
        const QString out = folder.filePath(u"strip.png"_s);

        const Answer answer = run(QStringList{u"filmstrip"_s, u"--tiles"_s, u"12"_s, u"--out"_s, out} + how +
                                  QStringList{demoClip(clip)});

        QCOMPARE(answer.code, 0);
        const QJsonObject json = answer.json.object();
        const QSize tile(json[u"tileWidth"].toInt(), json[u"tileHeight"].toInt());
        const int columns = json[u"tilesPerRow"].toInt();
        const QImage strip(out);
        QCOMPARE(strip.size(), QSize(tile.width() * columns, tile.height() * 2));
        const QJsonArray tiles = json[u"tiles"].toArray();
        QCOMPARE(tiles.size(), 12);
        int before = -1;
        for (int i = 0; i < tiles.size(); ++i) {
            const QRect place(QPoint(i % columns * tile.width(), i / columns * tile.height()), tile);
            const int number = tiles.at(i)[u"number"].toInt(-1);
            QCOMPARE(readFrameNumber(strip.copy(place)), std::optional<int>(number));
            // In a hole the same frame stands for longer than a tile.
            QVERIFY(number >= before);
            QVERIFY(how.isEmpty() || tiles.at(i)[u"key"].toBool());
            before = number;
        }
        QVERIFY(tiles.last()[u"number"].toInt() > tiles.first()[u"number"].toInt());
    }

    void namesEachFrameByItsDigest()
    {
        const QTemporaryDir folder;
        const QJsonArray frames = run({u"frames"_s, u"--hash"_s, m_loud}).json.array();

        const Answer answer =
            run({u"filmstrip"_s, u"--tiles"_s, u"7"_s, u"--out"_s, folder.filePath(u"s.png"_s), m_loud});

        const QJsonArray tiles = answer.json[u"tiles"].toArray();
        QCOMPARE(tiles.size(), 7);
        for (const QJsonValue &tile : tiles) {
            QCOMPARE(tile[u"sha256"].toString(), frames.at(tile[u"number"].toInt())[u"sha256"].toString());
        }
        // In the middle of each seventh part of 300 frames.
        QCOMPARE(tiles.at(0)[u"number"].toInt(), 21);
        QCOMPARE(tiles.at(6)[u"number"].toInt(), 278);
    }

    void saysWhatItDoesNotUnderstand()
    {
        const QTemporaryDir folder;
        const QString out = folder.filePath(u"s.png"_s);
        QVERIFY(run({u"index"_s}).errors.contains(u"Name one media file"));
        QVERIFY(run({u"index"_s, m_loud + u".none"_s}).errors.contains(u"cannot be read"));
        QVERIFY(run({u"index"_s, u"/etc/passwd"_s}).errors.contains(u"video"));
        QVERIFY(run({u"filmstrip"_s, m_loud, u"--out"_s, out}).errors.contains(u"--tiles"));
        QVERIFY(run({u"filmstrip"_s, m_loud, u"--tiles"_s, u"0"_s, u"--out"_s, out}).errors.contains(u"--tiles"));
        QVERIFY(run({u"filmstrip"_s, m_loud, u"--tiles"_s, u"4"_s}).errors.contains(u"--out"));
        QVERIFY(run({u"filmstrip"_s, m_loud, u"--tiles"_s, u"4"_s, u"--out"_s, u"/no/such/folder/s.png"_s})
                    .errors.contains(u"could not be written"));
        QVERIFY(!QFile::exists(out));
    }

private:
    QString m_loud = demoClip(u"street-04-sound-30.mp4"_s);
};

QTEST_GUILESS_MAIN(TestIndexCommands)
#include "tst_indexcommands.moc"
