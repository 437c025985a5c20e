// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexcommands.h"

#include "core/digesttext.h"
#include "core/filesource.h"
#include "media/framecsv.h"
#include "media/frameimage.h"
#include "openedclip.h"
#include "pngfile.h"
#include "vault/itemfile.h"
#include "workflow/mediawords.h"
#include "workflow/sentences.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QPainter>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int TileWidth = 320;
constexpr int TilesPerRow = 10;
constexpr qint64 MostTiles = 400;

QString noStream()
{
    return u"--stream wants the index of a stream, as probe lists them."_s;
}

/// -1 where the option is not there; none where it is no index.
std::optional<int> streamFrom(const QCommandLineParser &parser, const QCommandLineOption &option)
{
    if (!parser.isSet(option)) {
        return -1;
    }
    bool isNumber = false;
    const int stream = parser.value(option).toInt(&isNumber);
    return isNumber && stream >= 0 ? std::optional(stream) : std::nullopt;
}

/// When each part was there, in milliseconds since the opening began.
struct Indexing
{
    double opened = 0;
    std::optional<double> packetTable; ///< None where packets alone do not tell the frames, or nothing was decoded.
    std::optional<double> table;
    std::optional<double> smallPictures;
    std::optional<double> waveform;
    std::optional<double> copy;
    qint64 smallPictureCount = 0;
    qint64 copyCount = 0;
    qint64 copyBytes = 0;
    bool wantsWaveform = false;
    bool wantsCopy = false;

    [[nodiscard]] bool isOver() const
    {
        return table && smallPictures && (waveform || !wantsWaveform) && (copy || !wantsCopy);
    }
};

/// Opens the clip as the window does and waits until all is made, or taken from the shelf.
Result<Indexing, QString> indexClip(DecoderClient &decoder, std::unique_ptr<ByteSource> source, const ClipWish &wish,
                                    bool wantsCopy)
{
    Indexing indexing{.wantsCopy = wantsCopy};
    QString failure;
    QEventLoop loop;
    const QObject context;
    QElapsedTimer timer;
    const auto now = [&timer] {
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    };
    QObject::connect(&decoder, &FrameSource::framesExpected, &context, [&] { indexing.packetTable = now(); });
    QObject::connect(&decoder, &FrameSource::tableCompleted, &context, [&] {
        indexing.table = now();
        loop.quit();
    });
    QObject::connect(&decoder, &FrameSource::proxiesCompleted, &context, [&](qint64 count) {
        indexing.smallPictures = now();
        indexing.smallPictureCount = count;
        loop.quit();
    });
    QObject::connect(&decoder, &FrameSource::copyCompleted, &context, [&](qint64 count, qint64 bytes) {
        indexing.copy = now();
        indexing.copyCount = count;
        indexing.copyBytes = bytes;
        loop.quit();
    });
    QObject::connect(&decoder, &FrameSource::waveformReady, &context, [&] {
        indexing.waveform = now();
        loop.quit();
    });
    QObject::connect(&decoder, &FrameSource::clipFailed, &context, [&](const Failure<MediaError> &cause) {
        failure = sentenceFor(cause);
        loop.quit();
    });
    timer.start();
    const auto summary = await(decoder.open(std::move(source), wish));
    if (!summary) {
        return std::unexpected(sentenceFor(summary.error()));
    }
    // What follows may have come in the same breath.
    indexing.opened = std::min(now(), indexing.packetTable.value_or(now()));
    indexing.wantsWaveform = wish.wantsWaveform && summary->sound() != nullptr;
    while (!indexing.isOver() && failure.isEmpty()) {
        loop.exec();
    }
    return failure.isEmpty() ? Result<Indexing, QString>(indexing) : std::unexpected(failure);
}

QJsonObject indexJson(const Indexing &indexing, const DecoderClient &decoder)
{
    QJsonObject times{{u"opened"_s, indexing.opened},
                      {u"verifiedPass"_s, *indexing.table},
                      {u"smallPictures"_s, *indexing.smallPictures}};
    if (indexing.packetTable) {
        times[u"packetTable"_s] = *indexing.packetTable;
    }
    if (indexing.waveform) {
        times[u"waveform"_s] = *indexing.waveform;
    }
    QJsonObject json{
        {u"videoStream"_s, decoder.summary()->videoStream},  {u"fromShelf"_s, decoder.table().isKept()},
        {u"frameCount"_s, decoder.table().size()},           {u"smallPictureCount"_s, indexing.smallPictureCount},
        {u"peakCount"_s, decoder.waveform().peaks().size()}, {u"damaged"_s, decoder.table().isDamaged()}};
    if (indexing.wantsCopy) {
        times[u"copy"_s] = *indexing.copy;
        json[u"copy"_s] = QJsonObject{{u"frameCount"_s, indexing.copyCount}, {u"bytes"_s, indexing.copyBytes}};
    }
    json[u"milliseconds"_s] = times;
    return json;
}

QString indexText(const Indexing &indexing, const DecoderClient &decoder)
{
    const auto timeText = [](double milliseconds) {
        return QString::number(milliseconds, 'f', 1);
    };
    const QString expected =
        indexing.packetTable ? u", all frames expected after %1 ms"_s.arg(timeText(*indexing.packetTable)) : QString();
    QStringList lines{
        u"%1 frames%2: opened after %3 ms%4, all frames known after %5 ms"_s.arg(decoder.table().size())
            .arg(decoder.table().isKept() ? u" from the shelf"_s : QString())
            .arg(timeText(indexing.opened), expected, timeText(*indexing.table)),
        u"%1 small pictures after %2 ms"_s.arg(indexing.smallPictureCount).arg(timeText(*indexing.smallPictures))};
    if (indexing.waveform) {
        lines += u"waveform of %1 peaks after %2 ms"_s.arg(decoder.waveform().peaks().size())
                     .arg(timeText(*indexing.waveform));
    }
    if (indexing.wantsCopy) {
        lines += u"%1 decoded pictures kept in %2 MB after %3 ms"_s.arg(indexing.copyCount)
                     .arg(static_cast<double>(indexing.copyBytes) / 1e6, 0, 'f', 1)
                     .arg(timeText(*indexing.copy));
    }
    if (decoder.table().isDamaged()) {
        lines += u"The file ends early or holds parts that cannot be decoded."_s;
    }
    return lines.join(u'\n');
}

/// The key in the file; a new one, where there is no such file.
std::optional<SecretKey> keyFrom(const QString &name)
{
    QFile file(name);
    if (file.exists()) {
        return file.open(QIODevice::ReadOnly) ? SecretKey::fromBytes(file.read(2 * SecretKey::Size)) : std::nullopt;
    }
    constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    const std::optional<SecretKey> key = SecretKey::create();
    const bool isWritten = key && file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly) &&
                           file.write(key->toBytes()) == static_cast<qint64>(SecretKey::Size) && file.flush();
    return isWritten ? key : std::nullopt;
}

int index(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption shelf(u"shelf"_s, u"where to keep what is made"_s, u"folder"_s);
    const QCommandLineOption keyFile(u"key"_s, u"what it is sealed with"_s, u"file"_s);
    const QCommandLineOption silent(u"without-sound"_s, u"leave the sound alone"_s);
    const QCommandLineOption copy(u"copy"_s, u"keep all pictures, decoded"_s);
    const QCommandLineOption stream(u"stream"_s, u"index of the video stream"_s, u"index"_s);
    parser.addOptions({shelf, keyFile, silent, copy, stream});
    if (!parser.parse(QStringList{u"index"_s} + words)) {
        return context.refuse(parser.errorText());
    }
    if (parser.positionalArguments().size() != 1) {
        return context.refuse(u"Name one media file."_s);
    }
    const std::optional<int> videoStream = streamFrom(parser, stream);
    if (!videoStream) {
        return context.refuse(noStream());
    }
    if (parser.isSet(shelf) != parser.isSet(keyFile)) {
        return context.refuse(u"--shelf and --key go together."_s);
    }
    const std::optional<SecretKey> key = parser.isSet(keyFile) ? keyFrom(parser.value(keyFile)) : SecretKey::create();
    if (!key) {
        return context.refuse(u"The key cannot be read or made."_s);
    }
    const QString file = parser.positionalArguments().constFirst();
    auto source = FileSource::open(file);
    if (!source) {
        return context.refuse(sentenceFor(source.error()));
    }
    const auto item = hashFile(file);
    if (!item) {
        return context.refuse(sentenceFor(item.error()));
    }
    const QTemporaryDir passing;
    DecoderClient decoder({.shelf = parser.isSet(shelf) ? parser.value(shelf) : passing.path(),
                           .copyBudget = parser.isSet(copy) ? DecoderSettings().copyBudget : 0});
    const auto indexing = indexClip(
        decoder, *std::move(source),
        {.videoStream = *videoStream, .wantsWaveform = !parser.isSet(silent), .digest = item->digest, .shelfKey = key},
        parser.isSet(copy));
    if (!indexing) {
        return context.refuse(indexing.error());
    }
    context.answer(indexJson(*indexing, decoder), indexText(*indexing, decoder));
    return 0;
}

struct StripWish
{
    QString file;
    qint64 tiles = 0;
    QString out;
    bool wantsKeys = false;
    int stream = -1;
};

Result<StripWish, QString> readStripWish(const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption tiles(u"tiles"_s, u"how many"_s, u"number"_s);
    const QCommandLineOption out(u"out"_s, u"where to write"_s, u"file"_s);
    const QCommandLineOption keys(u"keys"_s, u"key frames only"_s);
    const QCommandLineOption stream(u"stream"_s, u"index of the video stream"_s, u"index"_s);
    parser.addOptions({tiles, out, keys, stream});
    if (!parser.parse(QStringList{u"filmstrip"_s} + words)) {
        return std::unexpected(parser.errorText());
    }
    if (parser.positionalArguments().size() != 1) {
        return std::unexpected(u"Name one media file."_s);
    }
    StripWish wish{
        .file = parser.positionalArguments().constFirst(), .out = parser.value(out), .wantsKeys = parser.isSet(keys)};
    bool isNumber = false;
    wish.tiles = parser.value(tiles).toLongLong(&isNumber);
    if (!isNumber || wish.tiles < 1 || wish.tiles > MostTiles) {
        return std::unexpected(u"--tiles wants a number from 1 to %1."_s.arg(MostTiles));
    }
    if (wish.out.isEmpty()) {
        return std::unexpected(u"Say where to write the picture with --out."_s);
    }
    const std::optional<int> videoStream = streamFrom(parser, stream);
    if (!videoStream) {
        return std::unexpected(noStream());
    }
    wish.stream = *videoStream;
    return wish;
}

/// The key frame whose time is nearest, of two equally near ones the earlier.
qint64 nearestKey(const FrameTable &table, qint64 microseconds)
{
    const FrameRow *nearest = nullptr;
    for (const FrameRow &row : table.rows()) {
        const auto distanceOf = [microseconds](const FrameRow &of) {
            return std::abs(of.microseconds - microseconds);
        };
        if (row.isKey && (nearest == nullptr || distanceOf(row) < distanceOf(*nearest))) {
            nearest = &row;
        }
    }
    return nearest == nullptr ? 0 : nearest->number;
}

/// One frame for each of so many equal parts of the clip's time: the one on screen in its middle.
QList<qint64> planTiles(const FrameTable &table, qint64 count, bool wantsKeys)
{
    QList<qint64> numbers;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 middle = table.durationMicroseconds() * (2 * i + 1) / (2 * count);
        numbers.append(wantsKeys ? nearestKey(table, middle) : table.numberAt(middle).value_or(0));
    }
    return numbers;
}

/// The picture of each frame beside the next, in rows.
QImage layOut(const QList<QImage> &pictures)
{
    const auto columns = static_cast<int>(std::min<qsizetype>(pictures.size(), TilesPerRow));
    const auto rows = static_cast<int>((pictures.size() + TilesPerRow - 1) / TilesPerRow);
    const QSize tile = pictures.constFirst().size();
    QImage strip(tile.width() * columns, tile.height() * rows, QImage::Format_RGB32);
    strip.fill(Qt::black);
    QPainter painter(&strip);
    for (int i = 0; i < pictures.size(); ++i) {
        const QPoint place(i % TilesPerRow * tile.width(), i / TilesPerRow * tile.height());
        const QImage &picture = pictures.at(i);
        painter.drawImage(place, picture.size() == tile ? picture : picture.scaled(tile, Qt::KeepAspectRatio));
    }
    return strip;
}

int filmstrip(const CommandContext &context, const QStringList &words)
{
    const auto wish = readStripWish(words);
    if (!wish) {
        return context.refuse(wish.error());
    }
    auto clip = OpenedClip::open(wish->file, {.videoStream = wish->stream});
    if (!clip) {
        return context.refuse(clip.error());
    }
    const auto table = clip->waitForTable();
    if (!table) {
        return context.refuse(table.error());
    }
    QList<QImage> pictures;
    QJsonArray tiles;
    for (const qint64 number : planTiles(*table, wish->tiles, wish->wantsKeys)) {
        const auto frame = await(clip->decoder().frame(number, true));
        if (!frame) {
            return context.refuse(sentenceFor(frame.error()));
        }
        const QImage picture = turned(toImage(*frame), clip->summary().video()->orientation);
        pictures.append(picture.scaledToWidth(std::min(TileWidth, picture.width()), Qt::SmoothTransformation));
        tiles.append(QJsonObject{{u"number"_s, frame->number()},
                                 {u"time"_s, secondsText(frame->facts().time().microseconds()).toDouble()},
                                 {u"key"_s, frame->facts().isKey},
                                 {u"sha256"_s, digestToString(*frame->facts().digest)}});
    }
    const QImage strip = layOut(pictures);
    if (const auto written = writePng(strip, wish->out); !written) {
        return context.refuse(written.error());
    }
    const QSize tile = pictures.constFirst().size();
    context.answer(QJsonObject{{u"out"_s, wish->out},
                               {u"tileWidth"_s, tile.width()},
                               {u"tileHeight"_s, tile.height()},
                               {u"tilesPerRow"_s, TilesPerRow},
                               {u"tiles"_s, tiles}},
                   u"%1 tiles of %2×%3, %4"_s.arg(pictures.size()).arg(tile.width()).arg(tile.height()).arg(wish->out));
    return 0;
}

} // namespace

CommandTable indexCommands()
{
    return {
        {u"index"_s, u"FILE [--shelf FOLDER --key FILE] [--without-sound] [--copy] [--stream INDEX]"_s,
         u"How long it takes until the packets of a clip promise all frames, until all are known, until each has its "
         u"small picture, and until the waveform is there; with --copy also until all pictures are kept, decoded, as "
         u"far as that is worthwhile and there is room. With --shelf what is made is kept in that folder, sealed with "
         u"the key in the file, which is made if it is not there, and used the next time."_s,
         &index},
        {u"filmstrip"_s, u"FILE --tiles N --out PNG [--keys] [--stream INDEX]"_s,
         u"N frames evenly over the time of a clip, side by side in one picture; with --keys the key frames nearest "
         u"to these times."_s,
         &filmstrip}};
}

} // namespace Porchlight
