// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the demo clips and has them encoded: democlips FFMPEG FOLDER. Writes the clips and clips.json, which says of
// each clip what a demo resident says of it.

#include "streetscene.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTextStream>

#include <cmath>
#include <numbers>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

enum class Timing { Constant, VariableWithHole };
enum class Sound { None, Street };

struct DemoClip
{
    QString name;
    StreetScene scene;
    int frameRate = 0;
    int frames = 0;
    Timing timing = Timing::Constant;
    Sound sound = Sound::None;
    QStringList encoder;
    QJsonObject resident; ///< What the demo resident says.
};

QStringList h264(int group)
{
    return {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"veryfast"_s,          u"-crf"_s,         u"26"_s,
            u"-bf"_s,  u"2"_s,       u"-g"_s,      QString::number(group), u"-x264-params"_s, u"threads=1"_s};
}

QStringList h265(int group)
{
    return {u"-c:v"_s,         u"libx265"_s,
            u"-preset"_s,      u"superfast"_s,
            u"-crf"_s,         u"28"_s,
            u"-tag:v"_s,       u"hvc1"_s,
            u"-x265-params"_s, u"keyint=%1:bframes=3:pools=1:frame-threads=1:log-level=error"_s.arg(group)};
}

QJsonObject resident(const QString &place, const QString &note)
{
    return {{u"place"_s, place}, {u"note"_s, note}, {u"sensitive"_s, place.isEmpty()}};
}

QList<DemoClip> steadyClips()
{
    return {
        {
            .name = u"street-01-h264-15.mp4"_s,
            .scene = {{1280, 720}, Daylight::Night, Passer::Van, 4, 6, QTime(21, 13, 40), u"FRONT DOOR"_s},
            .frameRate = 15,
            .frames = 300,
            .encoder = h264(60),
            .resident = resident(u"Wood Street, 2300 block"_s, u"The van stops further up the street."_s),
        },
        {
            .name = u"street-02-h265-20.mp4"_s,
            .scene = {{1280, 720}, Daylight::Day, Passer::Cyclist, 2, 5, QTime(17, 2, 5), u"DRIVEWAY"_s},
            .frameRate = 20,
            .frames = 240,
            .encoder = h265(80),
            .resident = resident(u"2318 Wood Street"_s, QString()),
        },
        {
            .name = u"street-05-portrait-24.mp4"_s,
            .scene = {{720, 960}, Daylight::Night, Passer::Walker, 1, 7, QTime(20, 58, 3), u"DOORBELL"_s},
            .frameRate = 24,
            .frames = 192,
            .encoder = h264(48),
            .resident = resident(QString(), QString()),
        },
    };
}

QList<DemoClip> unusualClips()
{
    return {
        {
            .name = u"street-03-variable.mkv"_s,
            .scene = {{1280, 720}, Daylight::Night, Passer::Walker, 1, 12, QTime(21, 14, 2), u"ALLEY"_s},
            .frameRate = 25,
            .frames = 180,
            .timing = Timing::VariableWithHole,
            .encoder = h264(50),
            .resident = resident(u"Market Street, alley"_s, u"Motion only: it pauses."_s),
        },
        {
            .name = u"street-04-sound-30.mp4"_s,
            .scene = {{1280, 720}, Daylight::Day, Passer::Van, 1, 4, QTime(17, 3, 11), u"PORCH"_s},
            .frameRate = 30,
            .frames = 300,
            .sound = Sound::Street,
            .encoder = h264(90),
            .resident = resident(u"14 Oak Road"_s, u"You can hear the door."_s),
        },
    };
}

/// Seconds of frame `number`: steady, or with every seventh frame half a step late and five seconds missing after
/// frame 90. `ptsExpression` says the same to FFmpeg.
double secondsOf(const DemoClip &clip, int number)
{
    if (clip.timing == Timing::Constant) {
        return static_cast<double>(number) / clip.frameRate;
    }
    const double late = std::floor(number / 7.0) * 0.5;
    const double hole = number >= 90 ? 5.0 * clip.frameRate : 0;
    return (number + late + hole) / clip.frameRate;
}

QString ptsExpression(const DemoClip &clip)
{
    return u"setpts=(N+floor(N/7)*0.5+gte(N\\,90)*%1)/%2/TB"_s.arg(5 * clip.frameRate).arg(clip.frameRate);
}

/// Sixteen-bit mono: a hum, a passing engine and two knocks, the same at every build.
QByteArray streetSound(double seconds)
{
    constexpr int Rate = 16'000;
    QByteArray samples;
    quint32 noise = 1;
    for (int i = 0; i < static_cast<int>(seconds * Rate); ++i) {
        const double t = static_cast<double>(i) / Rate;
        noise = noise * 1'664'525U + 1'013'904'223U;
        const double hiss = static_cast<double>(noise >> 16U) / 65'536.0 - 0.5;
        const double engine = std::exp(-std::pow(t - 3, 2)) * std::sin(2 * std::numbers::pi * (90 + 20 * t) * t);
        const bool knocks = (t > 6 && t < 6.05) || (t > 6.4 && t < 6.45);
        const double value = 600 * hiss + 7'000 * engine + (knocks ? 9'000 * hiss : 0);
        const auto sample = static_cast<qint16>(value);
        samples.append(reinterpret_cast<const char *>(&sample), sizeof sample);
    }
    return samples;
}

QStringList encoderArguments(const DemoClip &clip, const QString &soundFile, const QString &target)
{
    QStringList arguments{u"-y"_s,
                          u"-v"_s,
                          u"error"_s,
                          u"-f"_s,
                          u"rawvideo"_s,
                          u"-pix_fmt"_s,
                          u"bgra"_s,
                          u"-s"_s,
                          u"%1x%2"_s.arg(clip.scene.size.width()).arg(clip.scene.size.height()),
                          u"-r"_s,
                          QString::number(clip.frameRate),
                          u"-i"_s,
                          u"pipe:0"_s};
    if (clip.sound == Sound::Street) {
        arguments += {u"-f"_s, u"s16le"_s, u"-ar"_s,  u"16000"_s, u"-ac"_s,  u"1"_s,
                      u"-i"_s, soundFile,  u"-c:a"_s, u"aac"_s,   u"-b:a"_s, u"48k"_s};
    }
    if (clip.timing == Timing::VariableWithHole) {
        arguments +=
            {u"-vf"_s, ptsExpression(clip), u"-fps_mode"_s, u"passthrough"_s, u"-enc_time_base"_s, u"1/90000"_s};
    }
    arguments += clip.encoder;
    arguments +=
        {u"-pix_fmt"_s,      u"yuv420p"_s, u"-colorspace"_s, u"bt709"_s,     u"-color_range"_s, u"tv"_s,
         u"-map_metadata"_s, u"-1"_s,      u"-fflags"_s,     u"+bitexact"_s, u"-flags:v"_s,     u"+bitexact"_s};
    if (target.endsWith(u".mp4")) {
        arguments += {u"-video_track_timescale"_s, u"90000"_s, u"-movflags"_s, u"+faststart"_s};
    }
    arguments += target;
    return arguments;
}

bool makeClip(const DemoClip &clip, const QString &ffmpeg, const QDir &folder)
{
    const QString soundFile = folder.filePath(clip.name + u".s16le"_s);
    if (clip.sound == Sound::Street) {
        QFile file(soundFile);
        const QByteArray sound = streetSound(secondsOf(clip, clip.frames));
        if (!file.open(QIODevice::WriteOnly) || file.write(sound) != sound.size()) {
            return false;
        }
    }
    QProcess encoder;
    encoder.setProcessChannelMode(QProcess::ForwardedChannels);
    encoder.start(ffmpeg, encoderArguments(clip, soundFile, folder.filePath(clip.name)));
    if (!encoder.waitForStarted()) {
        return false;
    }
    for (int number = 0; number < clip.frames; ++number) {
        const QImage image = drawScene(clip.scene, number, secondsOf(clip, number));
        encoder.write(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
        while (encoder.bytesToWrite() > image.sizeInBytes()) {
            if (!encoder.waitForBytesWritten(60'000)) {
                return false;
            }
        }
    }
    encoder.closeWriteChannel();
    const bool isDone = encoder.waitForFinished(120'000) && encoder.exitCode() == 0;
    QFile::remove(soundFile);
    return isDone;
}

QJsonObject description(const DemoClip &clip)
{
    QJsonObject json = clip.resident;
    json[u"file"_s] = clip.name;
    json[u"clock"_s] = clip.scene.clock.toString(Qt::ISODate);
    json[u"camera"_s] = clip.scene.cameraName;
    json[u"frames"_s] = clip.frames;
    json[u"sound"_s] = clip.sound == Sound::Street;
    return json;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        QTextStream(stderr) << "usage: democlips FFMPEG FOLDER\n";
        return 2;
    }
    const QDir folder(arguments[2]);
    QJsonArray descriptions;
    for (const DemoClip &clip : steadyClips() + unusualClips()) {
        if (!makeClip(clip, arguments[1], folder)) {
            QTextStream(stderr) << "democlips: " << clip.name << " could not be made with " << arguments[1] << '\n';
            return 1;
        }
        descriptions.append(description(clip));
    }
    QFile list(folder.filePath(u"clips.json"_s));
    const QByteArray text = QJsonDocument(descriptions).toJson();
    return list.open(QIODevice::WriteOnly) && list.write(text) == text.size() ? 0 : 1;
}
