// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/ffmpegtruth.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Porchlight::Testing {

namespace {

constexpr int Patience = 240'000;

std::optional<qint64> number(const QJsonValue &value)
{
    // ffprobe writes some of its numbers as strings, and N/A by leaving them out.
    bool isNumber = value.isDouble();
    const qint64 result = isNumber ? value.toInteger() : value.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(result) : std::nullopt;
}

} // namespace

std::optional<QByteArray> outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(Patience) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
        return std::nullopt;
    }
    return process.readAllStandardOutput();
}

QStringList frameHashes(const QString &file, int stream, Threads threads)
{
    const QStringList before = threads == Threads::One ? QStringList{u"-threads"_s, u"1"_s} : QStringList();
    // Frames keep the format they have, also where it changes in the middle.
    const QStringList arguments = QStringList{u"-v"_s, u"fatal"_s, u"-noautorotate"_s, u"-reinit_filter"_s, u"0"_s} +
                                  before + QStringList{u"-i"_s,           file,
                                                       u"-map"_s,         u"0:%1"_s.arg(stream),
                                                       u"-fps_mode"_s,    u"passthrough"_s,
                                                       u"-noautoscale"_s, u"-f"_s,
                                                       u"framehash"_s,    u"-hash"_s,
                                                       u"sha256"_s,       u"-"_s};
    const auto output = outputOf(u"ffmpeg"_s, arguments);
    QStringList hashes;
    for (const QByteArray &line : output.value_or(QByteArray()).split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#')) {
            hashes.append(QString::fromLatin1(line.split(',').constLast().trimmed()));
        }
    }
    return hashes;
}

QList<ProbedFrame> probedFrames(const QString &file, int stream)
{
    const auto output =
        outputOf(u"ffprobe"_s, {u"-v"_s, u"quiet"_s, u"-select_streams"_s, QString::number(stream), u"-show_frames"_s,
                                u"-show_entries"_s,
                                u"frame=pts,best_effort_timestamp,duration,key_frame,pict_type,pkt_pos,pkt_size"_s,
                                u"-of"_s, u"json"_s, file});
    QList<ProbedFrame> frames;
    const QJsonObject json = QJsonDocument::fromJson(output.value_or(QByteArray())).object();
    for (const QJsonValue &value : json.value(u"frames"_s).toArray()) {
        const QJsonObject frame = value.toObject();
        frames.append({.pts = number(frame.value(u"pts"_s)),
                       .bestEffort = number(frame.value(u"best_effort_timestamp"_s)),
                       .duration = number(frame.value(u"duration"_s)).value_or(0),
                       .isKey = frame.value(u"key_frame"_s).toInt() == 1,
                       .pictureType = frame.value(u"pict_type"_s).toString(),
                       .position = number(frame.value(u"pkt_pos"_s)).value_or(-1),
                       .size = number(frame.value(u"pkt_size"_s)).value_or(0)});
    }
    return frames;
}

QStringList fieldClips()
{
    const QString root = qEnvironmentVariable("PORCHLIGHT_FIELD_DATA");
    QStringList clips;
    if (!root.isEmpty()) {
        for (const QFileInfo &entry : QDir(root + u"/footage"_s).entryInfoList(QDir::Files, QDir::Name)) {
            clips.append(entry.absoluteFilePath());
        }
    }
    return clips;
}

} // namespace Porchlight::Testing
