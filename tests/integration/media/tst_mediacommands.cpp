// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddclips.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int exitCode = -1;
    QByteArray out;
    QByteArray error;
};

Answer run(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("PORCHLIGHT_CLI"), arguments);
    if (!process.waitForFinished(240'000) || process.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QList<QByteArrayList> rowsOf(const QByteArray &csv)
{
    QList<QByteArrayList> rows;
    for (const QByteArray &line : csv.split('\n')) {
        if (!line.isEmpty()) {
            rows.append(line.split(','));
        }
    }
    return rows;
}

QByteArray numberOrNothing(std::optional<qint64> number)
{
    return number ? QByteArray::number(*number) : QByteArray();
}

int bestStream(const QString &clip)
{
    return QJsonDocument::fromJson(run({u"--json"_s, u"probe"_s, clip}).out).object().value(u"videoStream"_s).toInt(-1);
}

} // namespace

class tst_MediaCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsEveryFrameAsFfmpegHasIt_data();
    void listsEveryFrameAsFfmpegHasIt();
    void leavesTheTimeOutWhereTheStreamHasNone();
    void tellsWhatAClipIs();
    void choosesAnotherStreamWhenAsked();
    void tellsWhereAnotherRecordingBegins();
    void writesTheFrameThatWasAskedFor();
    void findsAFrameByItsTime();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void leavesAPictureThatWasThere();

private:
    [[nodiscard]] QString odd(const QString &name) { return makeOddClip(name, m_folder.path()); }

    QTemporaryDir m_folder;
    QString m_plain;
};

void tst_MediaCommands::initTestCase()
{
    m_plain = odd(u"plain"_s);
    QVERIFY(!m_plain.isEmpty());
}

void tst_MediaCommands::listsEveryFrameAsFfmpegHasIt_data()
{
    QTest::addColumn<QString>("clip");
    for (const QString &clip : QStringList{m_plain, odd(u"open-gop-ts"_s), odd(u"size-change"_s)} + fieldClips()) {
        QTest::newRow(qPrintable(QFileInfo(clip).fileName())) << clip;
    }
}

void tst_MediaCommands::listsEveryFrameAsFfmpegHasIt()
{
    QFETCH(QString, clip);

    const Answer answer = run({u"frames"_s, clip, u"--hash"_s});
    const QList<QByteArrayList> rows = rowsOf(answer.out);
    const int stream = bestStream(clip);
    const QStringList hashes = frameHashes(clip, stream);
    const QList<ProbedFrame> frames = probedFrames(clip, stream);

    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(rows.constFirst().join(','),
             "number,pts,time_base,time,duration,key,picture_type,packet_position,packet_size,sha256");
    QVERIFY(!hashes.isEmpty());
    QCOMPARE(rows.size() - 1, hashes.size());
    QCOMPARE(rows.size() - 1, frames.size());
    for (qsizetype i = 0; i < hashes.size(); ++i) {
        const QByteArrayList &row = rows.at(i + 1);
        const ProbedFrame &frame = frames.at(i);
        QCOMPARE(row.size(), 10);
        QCOMPARE(row.at(0), QByteArray::number(i));
        QCOMPARE(row.at(1), numberOrNothing(frame.pts));
        QCOMPARE(row.at(5), frame.isKey ? "1" : "0");
        QCOMPARE(row.at(6), frame.pictureType.toLatin1());
        QCOMPARE(row.at(7), numberOrNothing(frame.position < 0 ? std::nullopt : std::optional(frame.position)));
        QCOMPARE(row.at(8), QByteArray::number(frame.size));
        QCOMPARE(row.at(9), hashes.at(i).toLatin1());
    }
}

void tst_MediaCommands::leavesTheTimeOutWhereTheStreamHasNone()
{
    const QList<QByteArrayList> rows = rowsOf(run({u"frames"_s, odd(u"no-pts-avi"_s)}).out);

    QCOMPARE(rows.size(), 76);
    QCOMPARE(rows.at(40).at(1), "");
    QVERIFY(!rows.at(40).at(3).isEmpty());
}

void tst_MediaCommands::tellsWhatAClipIs()
{
    const Answer answer = run({u"--json"_s, u"probe"_s, odd(u"stretched"_s)});
    const QJsonObject json = QJsonDocument::fromJson(answer.out).object();
    const QJsonObject stream = json.value(u"streams"_s).toArray().at(0).toObject();

    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(json.value(u"container"_s).toString(), u"mov,mp4,m4a,3gp,3g2,mj2"_s);
    QCOMPARE(json.value(u"frameCount"_s).toInt(), 75);
    QCOMPARE(json.value(u"durationSeconds"_s).toDouble(), 3.0);
    QCOMPARE(json.value(u"confinement"_s).toString(), u"full"_s);
    QCOMPARE(json.value(u"damaged"_s).toBool(true), false);
    QCOMPARE(stream.value(u"codec"_s).toString(), u"h264"_s);
    QCOMPARE(stream.value(u"sampleAspectRatio"_s).toString(), u"4:3"_s);
    QCOMPARE(stream.value(u"width"_s).toInt(), 320);
}

void tst_MediaCommands::choosesAnotherStreamWhenAsked()
{
    const QString clip = m_folder.filePath(u"two.mkv"_s);
    QVERIFY(outputOf(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-i"_s, m_plain, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                   u"testsrc=size=64x48:rate=5:duration=2"_s, u"-map"_s, u"0:v"_s, u"-map"_s, u"1:v"_s,
                                   u"-c:v:0"_s, u"copy"_s, u"-c:v:1"_s, u"ffv1"_s, clip}));

    const QList<QByteArrayList> rows = rowsOf(run({u"frames"_s, clip, u"--stream"_s, u"1"_s, u"--hash"_s}).out);

    QCOMPARE(rows.size(), 11);
    QCOMPARE(rows.at(4).at(9), frameHashes(clip, 1).at(3).toLatin1());
    QCOMPARE(bestStream(clip), 0);
    const Answer index = run({u"--json"_s, u"index"_s, clip, u"--stream"_s, u"1"_s});
    const QJsonObject made = QJsonDocument::fromJson(index.out).object();
    QCOMPARE(made.value(u"videoStream"_s).toInt(), 1);
    QCOMPARE(made.value(u"frameCount"_s).toInt(), 10);
}

void tst_MediaCommands::tellsWhereAnotherRecordingBegins()
{
    const Answer answer = run({u"--json"_s, u"probe"_s, odd(u"glued-thrice"_s)});
    const QJsonArray seams = QJsonDocument::fromJson(answer.out).object().value(u"seams"_s).toArray();
    const Answer plain = run({u"--json"_s, u"probe"_s, m_plain});

    QCOMPARE(seams.size(), 2);
    QCOMPARE(seams.at(1).toObject().value(u"frame"_s).toInt(), 150);
    QCOMPARE(seams.at(1).toObject().value(u"clipTime"_s).toDouble(), 6.0);
    QCOMPARE(seams.at(1).toObject().value(u"jump"_s).toDouble(), -3.0);
    QVERIFY(run({u"probe"_s, odd(u"glued-thrice"_s)}).out.contains("Another recording begins at frame 75"));
    QVERIFY(QJsonDocument::fromJson(plain.out).object().value(u"seams"_s).toArray().isEmpty());
}

void tst_MediaCommands::writesTheFrameThatWasAskedFor()
{
    const QString ours = m_folder.filePath(u"ours.png"_s);
    const QString theirs = m_folder.filePath(u"theirs.png"_s);
    // The same upsampling of colour on both sides: each sample holds for its two by two pixels.
    QVERIFY(outputOf(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, m_plain, u"-vf"_s,
                                   u"select=eq(n\\,37),scale=flags=neighbor+accurate_rnd+full_chroma_int"_s,
                                   u"-frames:v"_s, u"1"_s, theirs}));

    const Answer answer = run({u"--json"_s, u"frame"_s, m_plain, u"--number"_s, u"37"_s, u"--out"_s, ours});
    const QJsonObject json = QJsonDocument::fromJson(answer.out).object();
    const QImage a = QImage(ours).convertToFormat(QImage::Format_RGB32);
    const QImage b = QImage(theirs).convertToFormat(QImage::Format_RGB32);

    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(json.value(u"sha256"_s).toString(), frameHashes(m_plain, 0).at(37));
    QCOMPARE(a.size(), QSize(320, 180));
    QCOMPARE(b.size(), a.size());
    int differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int most =
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
            differing += most > 24 ? 1 : 0;
        }
    }
    QVERIFY2(differing < a.width() * a.height() / 20, qPrintable(QString::number(differing)));
}

void tst_MediaCommands::findsAFrameByItsTime()
{
    // 25 frames a second: frame 10 is on screen from 0.4 to 0.44 seconds.
    for (const auto &[time, number] :
         {std::pair(u"0.4"_s, 10), std::pair(u"0.4399"_s, 10), std::pair(u"0.44"_s, 11), std::pair(u"0"_s, 0)}) {
        const Answer answer =
            run({u"--json"_s, u"frame"_s, m_plain, u"--time"_s, time, u"--out"_s, m_folder.filePath(u"t.png"_s)});
        QCOMPARE(QJsonDocument::fromJson(answer.out).object().value(u"number"_s).toInt(-1), number);
    }
}

void tst_MediaCommands::refusesWithASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QString picture = m_folder.filePath(u"p.png"_s);
    const QString empty = m_folder.filePath(u"empty.mp4"_s);
    QFile file(empty);
    QVERIFY(file.open(QIODevice::WriteOnly));

    QTest::newRow("no such file") << QStringList{u"probe"_s, u"/no/such.mp4"_s} << u"cannot be read"_s;
    QTest::newRow("folder") << QStringList{u"probe"_s, m_folder.path()} << u"cannot be read"_s;
    QTest::newRow("no video") << QStringList{u"frames"_s, u"/etc/passwd"_s} << u"video"_s;
    QTest::newRow("empty") << QStringList{u"frames"_s, empty} << u"video"_s;
    QTest::newRow("no file named") << QStringList{u"frames"_s} << u"Name one"_s;
    QTest::newRow("no such frame") << QStringList{u"frame"_s, m_plain, u"--number"_s, u"75"_s, u"--out"_s, picture}
                                   << u"no such frame"_s;
    QTest::newRow("no such time") << QStringList{u"frame"_s, m_plain, u"--time"_s, u"3.5"_s, u"--out"_s, picture}
                                  << u"no frame at"_s;
    QTest::newRow("no such stream") << QStringList{u"probe"_s, m_plain, u"--stream"_s, u"4"_s} << u"no such"_s;
    QTest::newRow("no index of a stream") << QStringList{u"index"_s, m_plain, u"--stream"_s, u"-1"_s} << u"--stream"_s;
    QTest::newRow("word for a number") << QStringList{u"frame"_s, m_plain, u"--number"_s, u"x"_s, u"--out"_s, picture}
                                       << u"--number"_s;
    QTest::newRow("both") << QStringList{u"frame"_s,  m_plain, u"--number"_s, u"1"_s,
                                         u"--time"_s, u"1"_s,  u"--out"_s,    picture}
                          << u"by --number or by --time"_s;
    QTest::newRow("nowhere to write") << QStringList{u"frame"_s, m_plain,    u"--number"_s,
                                                     u"1"_s,     u"--out"_s, u"/no/such/folder/p.png"_s}
                                      << u"could not be written"_s;
}

void tst_MediaCommands::refusesWithASentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);

    const Answer answer = run(arguments);

    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.out, "");
    QVERIFY2(QString::fromUtf8(answer.error).contains(words), answer.error.constData());
}

void tst_MediaCommands::leavesAPictureThatWasThere()
{
    const QString path = m_folder.filePath(u"kept.png"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();

    QCOMPARE(run({u"frame"_s, m_plain, u"--number"_s, u"500"_s, u"--out"_s, path}).exitCode, 1);

    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "mine");
}

QTEST_GUILESS_MAIN(tst_MediaCommands)
#include "tst_mediacommands.moc"
