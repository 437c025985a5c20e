// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediacommands.h"

#include "core/digesttext.h"
#include "media/framecsv.h"
#include "media/frameimage.h"
#include "openedclip.h"
#include "pngfile.h"
#include "workflow/mediawords.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonObject colourJson(const Colour &colour)
{
    return {{u"matrix"_s, toWord(colour.matrix)},
            {u"range"_s, toWord(colour.range)},
            {u"primaries"_s, colour.primaries},
            {u"transfer"_s, colour.transfer}};
}

QString fractionText(int first, QChar between, int second)
{
    return QString::number(first) + between + QString::number(second);
}

QJsonObject streamJson(const StreamSummary &stream)
{
    QJsonObject json{{u"index"_s, stream.index},
                     {u"kind"_s, toWord(stream.kind)},
                     {u"codec"_s, stream.codec},
                     {u"timeBase"_s, fractionText(stream.timeBase.numerator, u'/', stream.timeBase.denominator)}};
    if (stream.startTicks) {
        json[u"startTicks"_s] = *stream.startTicks;
    }
    if (stream.durationTicks) {
        json[u"durationTicks"_s] = *stream.durationTicks;
    }
    if (stream.kind == StreamKind::Video || stream.kind == StreamKind::AttachedPicture) {
        json[u"width"_s] = stream.size.width();
        json[u"height"_s] = stream.size.height();
        json[u"pixelFormat"_s] = stream.pixelFormat;
        json[u"sampleAspectRatio"_s] = fractionText(stream.aspect.horizontal, u':', stream.aspect.vertical);
        json[u"rotation"_s] = stream.orientation.quarterTurns * 90;
        json[u"mirrored"_s] = stream.orientation.isMirrored;
        json[u"colour"_s] = colourJson(stream.colour);
    }
    if (stream.kind == StreamKind::Sound) {
        json[u"sampleRate"_s] = stream.sampleRate;
        json[u"channels"_s] = stream.channels;
    }
    return json;
}

/// Where another recording was put behind the one before.
QJsonArray seamsJson(const FrameTable &table)
{
    QJsonArray seams;
    for (const FrameRow &row : table.rows()) {
        if (row.seam != 0) {
            seams.append(QJsonObject{{u"frame"_s, row.number},
                                     {u"clipTime"_s, secondsText(row.microseconds).toDouble()},
                                     {u"jump"_s, secondsText(row.seam).toDouble()}});
        }
    }
    return seams;
}

QJsonObject probeJson(const MediaSummary &summary, const FrameTable &table)
{
    QJsonArray streams;
    for (const StreamSummary &stream : summary.streams) {
        streams.append(streamJson(stream));
    }
    QJsonObject json{{u"container"_s, summary.container},
                     {u"size"_s, summary.size},
                     {u"videoStream"_s, summary.videoStream},
                     {u"streams"_s, streams},
                     {u"frameCount"_s, table.size()},
                     {u"durationSeconds"_s, secondsText(table.durationMicroseconds()).toDouble()},
                     {u"damaged"_s, table.isDamaged()},
                     {u"seams"_s, seamsJson(table)},
                     {u"confinement"_s, toWord(summary.confinement)}};
    if (summary.soundStream >= 0) {
        json[u"soundStream"_s] = summary.soundStream;
    }
    if (summary.durationMicroseconds) {
        json[u"statedDurationSeconds"_s] = secondsText(*summary.durationMicroseconds).toDouble();
    }
    return json;
}

QString streamLine(const StreamSummary &stream)
{
    QString line = u"stream %1: %2, %3"_s.arg(stream.index).arg(toWord(stream.kind), stream.codec);
    if (!stream.size.isEmpty()) {
        line += u", %1×%2, %3"_s.arg(stream.size.width()).arg(stream.size.height()).arg(stream.pixelFormat);
        line += u", pixels %1"_s.arg(fractionText(stream.aspect.horizontal, u':', stream.aspect.vertical));
        line += u", turned %1°%2"_s.arg(stream.orientation.quarterTurns * 90)
                    .arg(stream.orientation.isMirrored ? u" and mirrored"_s : QString());
        line += u", colour %1, %2 range"_s.arg(toWord(stream.colour.matrix), toWord(stream.colour.range));
    }
    if (stream.kind == StreamKind::Sound) {
        line += u", %1 Hz, %2 channels"_s.arg(stream.sampleRate).arg(stream.channels);
    }
    return line;
}

QString probeText(const MediaSummary &summary, const FrameTable &table)
{
    QStringList lines{u"container %1, %2 bytes"_s.arg(summary.container).arg(summary.size)};
    for (const StreamSummary &stream : summary.streams) {
        lines += streamLine(stream);
    }
    lines += u"%1 frames of stream %2, %3 s"_s.arg(table.size())
                 .arg(summary.videoStream)
                 .arg(secondsText(table.durationMicroseconds()));
    for (const FrameRow &row : table.rows()) {
        if (row.seam != 0) {
            lines += u"Another recording begins at frame %1: the stream's times jump by %2 s."_s.arg(row.number)
                         .arg(secondsText(row.seam));
        }
    }
    if (table.isDamaged()) {
        lines += u"The file ends early or holds parts that cannot be decoded."_s;
    }
    lines += u"decoder confinement: %1"_s.arg(toWord(summary.confinement));
    return lines.join(u'\n');
}

QJsonObject rowJson(const FrameRow &row)
{
    QJsonObject json{{u"number"_s, row.number},
                     {u"timeBase"_s, fractionText(row.timeBase.numerator, u'/', row.timeBase.denominator)},
                     {u"time"_s, secondsText(row.time().microseconds()).toDouble()},
                     {u"clipTime"_s, secondsText(row.microseconds).toDouble()},
                     {u"recording"_s, row.segment},
                     {u"timeEstimated"_s, row.isTimeEstimated()},
                     {u"key"_s, row.isKey},
                     {u"pictureType"_s, pictureTypeWord(row.pictureType)},
                     {u"packetSize"_s, row.packetSize},
                     {u"width"_s, row.size.width()},
                     {u"height"_s, row.size.height()},
                     {u"pixelFormat"_s, row.pixelFormat},
                     {u"corrupt"_s, row.isCorrupt},
                     {u"colour"_s, colourJson(row.colour)}};
    if (row.pts) {
        json[u"pts"_s] = *row.pts;
    }
    if (row.durationTicks > 0) {
        json[u"duration"_s] = row.durationTicks;
    }
    if (row.packetPosition >= 0) {
        json[u"packetPosition"_s] = row.packetPosition;
    }
    if (row.digest) {
        json[u"sha256"_s] = digestToString(*row.digest);
    }
    return json;
}

struct MediaArguments
{
    QString file;
    int stream = -1;
    bool wantsDigests = false;
    std::optional<qint64> number;
    std::optional<qint64> microseconds;
    QString out;
};

std::optional<qint64> readSeconds(const QString &text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || std::abs(seconds) > 1e9) {
        return std::nullopt;
    }
    return std::llround(seconds * 1e6);
}

/// The arguments, or a sentence that says which one is wrong.
Result<MediaArguments, QString> readArguments(const QStringList &words, const QList<QCommandLineOption> &options)
{
    QCommandLineParser parser;
    parser.addOptions(options);
    if (!parser.parse(QStringList{u"porchlight-cli"_s} + words)) {
        return std::unexpected(parser.errorText());
    }
    if (parser.positionalArguments().size() != 1) {
        return std::unexpected(u"Name one media file."_s);
    }
    const auto has = [&](const QString &name) {
        return parser.optionNames().contains(name);
    };
    MediaArguments arguments;
    arguments.file = parser.positionalArguments().constFirst();
    arguments.wantsDigests = has(u"hash"_s);
    bool isNumber = true;
    if (has(u"stream"_s)) {
        arguments.stream = parser.value(u"stream"_s).toInt(&isNumber);
        if (!isNumber || arguments.stream < 0) {
            return std::unexpected(u"--stream wants the index of a stream, as probe lists them."_s);
        }
    }
    if (has(u"number"_s)) {
        arguments.number = parser.value(u"number"_s).toLongLong(&isNumber);
        if (!isNumber || *arguments.number < 0) {
            return std::unexpected(u"--number wants the number of a frame, counted from 0."_s);
        }
    }
    if (has(u"time"_s)) {
        arguments.microseconds = readSeconds(parser.value(u"time"_s));
        if (!arguments.microseconds) {
            return std::unexpected(u"--time wants seconds, as in the column time of frames."_s);
        }
    }
    if (has(u"out"_s)) {
        arguments.out = parser.value(u"out"_s);
    }
    return arguments;
}

QCommandLineOption streamOption()
{
    return {u"stream"_s, u"index of the video stream"_s, u"index"_s};
}

int probe(const CommandContext &context, const QStringList &words)
{
    const auto arguments = readArguments(words, {streamOption()});
    if (!arguments) {
        return context.refuse(arguments.error());
    }
    auto clip = OpenedClip::open(arguments->file, {.videoStream = arguments->stream});
    if (!clip) {
        return context.refuse(clip.error());
    }
    const auto table = clip->waitForTable();
    if (!table) {
        return context.refuse(table.error());
    }
    context.answer(probeJson(clip->summary(), *table), probeText(clip->summary(), *table));
    return 0;
}

int listFrames(const CommandContext &context, const QStringList &words)
{
    const auto arguments = readArguments(words, {streamOption(), {u"hash"_s, u"SHA-256 of every frame"_s}});
    if (!arguments) {
        return context.refuse(arguments.error());
    }
    auto clip =
        OpenedClip::open(arguments->file, {.videoStream = arguments->stream, .wantsDigests = arguments->wantsDigests});
    if (!clip) {
        return context.refuse(clip.error());
    }
    const auto table = clip->waitForTable();
    if (!table) {
        return context.refuse(table.error());
    }
    QJsonArray rows;
    if (context.wantsJson()) {
        for (const FrameRow &row : table->rows()) {
            rows.append(rowJson(row));
        }
    }
    const FrameDigests digests = arguments->wantsDigests ? FrameDigests::With : FrameDigests::Without;
    context.answer(rows, QString::fromLatin1(frameCsv(*table, digests)));
    return 0;
}

/// The number of the frame that was asked for, by number or by the stream's own time.
Result<qint64, QString> wantedNumber(OpenedClip &clip, const MediaArguments &arguments)
{
    if (arguments.number) {
        return *arguments.number;
    }
    const auto table = clip.waitForTable();
    if (!table) {
        return std::unexpected(table.error());
    }
    const qint64 start = table->at(0).time().microseconds();
    const qint64 position = *arguments.microseconds - start;
    const qint64 end = table->durationMicroseconds();
    if (position < 0 || position >= std::max<qint64>(end, 1)) {
        return std::unexpected(u"The clip runs from %1 to %2 seconds; there is no frame at %3."_s.arg(
            secondsText(start), secondsText(start + end), secondsText(*arguments.microseconds)));
    }
    return *table->numberAt(position);
}

int saveFrame(const CommandContext &context, const QStringList &words)
{
    const auto arguments = readArguments(words, {streamOption(),
                                                 {u"number"_s, u"number of the frame"_s, u"number"_s},
                                                 {u"time"_s, u"time of the frame"_s, u"seconds"_s},
                                                 {u"out"_s, u"where to write"_s, u"file"_s}});
    if (!arguments) {
        return context.refuse(arguments.error());
    }
    if (arguments->number.has_value() == arguments->microseconds.has_value() || arguments->out.isEmpty()) {
        return context.refuse(u"Say which frame, by --number or by --time, and where to write it with --out."_s);
    }
    auto clip = OpenedClip::open(arguments->file,
                                 {.videoStream = arguments->stream, .wantsTable = arguments->microseconds.has_value()});
    if (!clip) {
        return context.refuse(clip.error());
    }
    const auto number = wantedNumber(*clip, *arguments);
    if (!number) {
        return context.refuse(number.error());
    }
    const auto frame = await(clip->decoder().frame(*number, true));
    if (!frame) {
        return context.refuse(sentenceFor(frame.error()));
    }
    const QImage image = turned(toImage(*frame), clip->summary().video()->orientation);
    if (const auto written = writePng(image, arguments->out); !written) {
        return context.refuse(written.error());
    }
    QJsonObject json = rowJson(frame->facts());
    json[u"out"_s] = arguments->out;
    context.answer(json, u"frame %1, %2 s, %3 picture, %4"_s.arg(*number).arg(
                             secondsText(frame->facts().time().microseconds()),
                             pictureTypeWord(frame->facts().pictureType), arguments->out));
    return 0;
}

} // namespace

CommandTable mediaCommands()
{
    return {{u"probe"_s, u"FILE [--stream INDEX]"_s, u"What a media file is: container, streams, frames counted."_s,
             &probe},
            {u"frames"_s, u"FILE [--hash] [--stream INDEX]"_s,
             u"Every shown frame as CSV; with --hash its SHA-256, as FFmpeg's framehash gives it."_s, &listFrames},
            {u"frame"_s, u"FILE (--number N | --time SECONDS) --out PNG [--stream INDEX]"_s,
             u"One frame as a picture, turned as the clip asks for; times as in the column time of frames."_s,
             &saveFrame}};
}

} // namespace Porchlight
