// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/framenumber.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

QDir clipFolder()
{
    return QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS"));
}

QJsonArray clips()
{
    QFile list(clipFolder().filePath(u"clips.json"_s));
    return list.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(list.readAll()).array() : QJsonArray();
}

/// Every frame of the clip at 320×240, decoded by the ffmpeg program: a peer that shares nothing with our decoder.
QList<QImage> decodedFrames(const QString &file)
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s,
                 {u"-v"_s, u"error"_s, u"-i"_s, file, u"-map"_s, u"0:v:0"_s, u"-fps_mode"_s, u"passthrough"_s, u"-vf"_s,
                  u"scale=320:240"_s, u"-pix_fmt"_s, u"rgb24"_s, u"-f"_s, u"rawvideo"_s, u"-"_s});
    if (!ffmpeg.waitForFinished(120'000) || ffmpeg.exitCode() != 0) {
        return {};
    }
    const QByteArray pixels = ffmpeg.readAllStandardOutput();
    constexpr qsizetype FrameBytes = 320 * 240 * 3;
    QList<QImage> frames;
    for (qsizetype offset = 0; offset + FrameBytes <= pixels.size(); offset += FrameBytes) {
        const auto *first = reinterpret_cast<const uchar *>(pixels.constData() + offset);
        frames.append(QImage(first, 320, 240, 320 * 3, QImage::Format_RGB888).copy());
    }
    return frames;
}

} // namespace

class TestDemoClips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFrameCarriesItsNumber_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("frames");
        for (const QJsonValue clip : clips()) {
            const QString file = clip[u"file"_s].toString();
            QTest::newRow(qPrintable(file)) << clipFolder().filePath(file) << clip[u"frames"_s].toInt();
        }
    }

    void everyFrameCarriesItsNumber()
    {
        QFETCH(const QString, file);
        QFETCH(const int, frames);

        const QList<QImage> pictures = decodedFrames(file);

        QCOMPARE(pictures.size(), frames);
        for (int number = 0; number < frames; ++number) {
            QCOMPARE(readFrameNumber(pictures[number]), std::optional(number));
        }
    }

    void aPictureWithoutPatternHasNoNumber()
    {
        QImage picture(320, 240, QImage::Format_RGB888);
        picture.fill(Qt::darkGray);

        QCOMPARE(readFrameNumber(picture), std::nullopt);
    }

    void aBrokenPatternHasNoNumber()
    {
        const QImage whole = decodedFrames(clipFolder().filePath(u"street-01-h264-15.mp4"_s)).value(5);
        QVERIFY(!whole.isNull());
        QImage broken = whole;
        for (int y = 220; y < 236; ++y) {
            for (int x = 320 * 4 / 40; x < 320 * 5 / 40; ++x) {
                broken.setPixelColor(x, y, Qt::white);
            }
        }

        QCOMPARE(readFrameNumber(broken), std::nullopt);
    }

    void theSetCoversWhatCamerasDo()
    {
        QStringList codecs;
        int withSound = 0;
        for (const QJsonValue clip : clips()) {
            QProcess probe;
            probe.start(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-show_entries"_s, u"stream=codec_name"_s, u"-of"_s,
                                       u"csv=p=0"_s, clipFolder().filePath(clip[u"file"_s].toString())});
            QVERIFY(probe.waitForFinished());
            const QString answer = QString::fromUtf8(probe.readAllStandardOutput());
            codecs += answer.split(u'\n', Qt::SkipEmptyParts);
            withSound += answer.contains(u"aac") ? 1 : 0;
        }

        QVERIFY(codecs.contains(u"h264"_s));
        QVERIFY(codecs.contains(u"hevc"_s));
        QCOMPARE(withSound, 1);
    }
};

QTEST_GUILESS_MAIN(TestDemoClips)
#include "tst_democlips.moc"
