// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Porchlight::Testing {

/// Runs a program and gives its standard output, or nothing where it fails.
[[nodiscard]] std::optional<QByteArray> outputOf(const QString &program, const QStringList &arguments);

/// With several threads, FFmpeg's pictures from damaged packets depend on the number of processors.
enum class Threads { AsFfmpegLikes, One };

/// SHA-256 of every frame, as the ffmpeg program's framehash muxer prints it.
[[nodiscard]] QStringList frameHashes(const QString &file, int stream, Threads threads = Threads::AsFfmpegLikes);

/// What ffprobe says of a shown frame.
struct ProbedFrame
{
    std::optional<qint64> pts;
    std::optional<qint64> bestEffort;
    qint64 duration = 0;
    bool isKey = false;
    QString pictureType;
    qint64 position = -1;
    qint64 size = 0;
};
[[nodiscard]] QList<ProbedFrame> probedFrames(const QString &file, int stream);

/// The files of PORCHLIGHT_FIELD_DATA/footage; empty where that is not set.
[[nodiscard]] QStringList fieldClips();

} // namespace Porchlight::Testing
