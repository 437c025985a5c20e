// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/stillrecord.h"

#include "core/digesttext.h"
#include "domain/json.h"
#include "media/framecsv.h"
#include "workflow/mediawords.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonValue orNull(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue(time->toString()) : QJsonValue();
}

QJsonObject clipPart(const StillCircumstances &all)
{
    return {{u"id"_s, all.clip.idText()},
            {u"sha256"_s, all.clip.digestText()},
            {u"size"_s, all.clip.size},
            {u"originalName"_s, all.clip.originalName},
            {u"receipt"_s, all.clip.receipt ? QJsonValue(all.clip.receipt->idText()) : QJsonValue()}};
}

QJsonObject framePart(const StillCircumstances &all)
{
    const FrameFacts &facts = all.facts;
    return {{u"videoStream"_s, all.videoStream},
            {u"number"_s, facts.number},
            {u"count"_s, all.frameCount},
            {u"isCountFinal"_s, all.isCountFinal},
            {u"pts"_s, facts.pts ? QJsonValue(*facts.pts) : QJsonValue()},
            {u"timeBase"_s, u"%1/%2"_s.arg(facts.timeBase.numerator).arg(facts.timeBase.denominator)},
            {u"ptsSeconds"_s, secondsText(facts.time().microseconds())},
            {u"isTimeEstimated"_s, facts.isTimeEstimated()},
            {u"clipMicroseconds"_s, facts.microseconds},
            {u"recording"_s, facts.segment},
            {u"wallTime"_s, orNull(all.wallTime)},
            {u"isWallTimeAcrossSeam"_s, facts.segment > 0},
            {u"isClockChecked"_s, all.clip.isClockChecked},
            {u"clockOffsetMicroseconds"_s, all.clip.clockOffsetMicroseconds},
            {u"clockUncertaintyMicroseconds"_s, all.clip.clockUncertaintyMicroseconds},
            {u"clockDriftPpb"_s, all.clip.clockDriftPpb},
            {u"pictureType"_s, pictureTypeWord(facts.pictureType)},
            {u"isKey"_s, facts.isKey},
            {u"isCorrupt"_s, facts.isCorrupt},
            {u"repeatsBefore"_s, all.repeats ? QJsonValue(*all.repeats) : QJsonValue()},
            {u"packetPosition"_s, facts.packetPosition},
            {u"packetSize"_s, facts.packetSize},
            {u"sha256"_s, facts.digest ? QJsonValue(digestToString(*facts.digest)) : QJsonValue()}};
}

QJsonObject picturePart(const StillCircumstances &all)
{
    // Inside the PNG its own digest cannot stand; beside it, it does.
    const bool isWritten = !all.still.digest.isNull();
    return {{u"sha256"_s, isWritten ? QJsonValue(all.still.digestText()) : QJsonValue()},
            {u"size"_s, isWritten ? QJsonValue(all.still.size) : QJsonValue()},
            {u"width"_s, all.facts.size.width()},
            {u"height"_s, all.facts.size.height()},
            {u"storedFormat"_s, all.facts.pixelFormat},
            {u"aspect"_s, u"%1:%2"_s.arg(all.facts.aspect.horizontal).arg(all.facts.aspect.vertical)}};
}

QJsonValue adjustmentOrNull(const ViewAdjustment &view)
{
    if (view.isNeutral()) {
        return {};
    }
    return QJsonObject{{u"brightness"_s, view.brightness}, {u"contrast"_s, view.contrast}};
}

QJsonObject settingsPart(const StillCircumstances &all)
{
    return {{u"matrix"_s, toWord(all.viewColour.matrix)},
            {u"isMatrixStated"_s, all.facts.colour.matrix == all.viewColour.matrix},
            {u"range"_s, toWord(all.viewColour.range)},
            {u"isRangeStated"_s, all.facts.colour.range == all.viewColour.range},
            {u"isScaled"_s, false},
            {u"isTurned"_s, false},
            {u"isAdjusted"_s, false},
            {u"adjustmentForViewing"_s, adjustmentOrNull(all.view)},
            {u"quarterTurnsForViewing"_s, all.orientation.quarterTurns},
            {u"isMirroredForViewing"_s, all.orientation.isMirrored}};
}

/// The libraries that decoded; another version may decode differently.
QJsonObject decoderPart(const StillCircumstances &all)
{
    const auto text = [](quint32 version) {
        return u"%1.%2.%3"_s.arg(version >> 16U).arg((version >> 8U) & 0xffU).arg(version & 0xffU);
    };
    return {{u"libavcodec"_s, text(all.decoderVersions[0])},
            {u"libavformat"_s, text(all.decoderVersions[1])},
            {u"libavutil"_s, text(all.decoderVersions[2])}};
}

} // namespace

QByteArray pngWithRecord(QImage image, const QString &key, const QJsonObject &record)
{
    image.setText(key, QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QJsonObject stillRecord(const StillCircumstances &all)
{
    return {{u"format"_s, u"porchlight-still-1"_s},
            {u"id"_s, all.still.idText()},
            {u"takenAt"_s, all.still.takenAt.toString()},
            {u"officer"_s, toJson(all.still.author)},
            {u"program"_s, QStringLiteral("Porchlight " PORCHLIGHT_VERSION)},
            {u"decoder"_s, decoderPart(all)},
            {u"case"_s, QJsonObject{{u"id"_s, all.caseFile.idText()}, {u"number"_s, all.caseFile.number}}},
            {u"clip"_s, clipPart(all)},
            {u"frame"_s, framePart(all)},
            {u"picture"_s, picturePart(all)},
            {u"settings"_s, settingsPart(all)}};
}

QJsonObject sheetRecord(const SheetCircumstances &all)
{
    const StillCircumstances &first = all.tiles.front();
    QJsonArray tiles;
    for (const StillCircumstances &tile : all.tiles) {
        tiles.append(framePart(tile));
    }
    const bool isWritten = !all.still.digest.isNull();
    QJsonObject settings = settingsPart(first);
    settings[u"isScaled"_s] = true;
    settings[u"isTurned"_s] = first.orientation != Orientation();
    return {{u"format"_s, u"porchlight-contact-sheet-1"_s},
            {u"id"_s, all.still.idText()},
            {u"takenAt"_s, all.still.takenAt.toString()},
            {u"officer"_s, toJson(all.still.author)},
            {u"program"_s, QStringLiteral("Porchlight " PORCHLIGHT_VERSION)},
            {u"decoder"_s, decoderPart(first)},
            {u"case"_s, QJsonObject{{u"id"_s, first.caseFile.idText()}, {u"number"_s, first.caseFile.number}}},
            {u"clip"_s, clipPart(first)},
            {u"frame"_s, framePart(first)},
            {u"choice"_s, all.choice},
            {u"tiles"_s, tiles},
            {u"picture"_s, QJsonObject{{u"sha256"_s, isWritten ? QJsonValue(all.still.digestText()) : QJsonValue()},
                                       {u"size"_s, isWritten ? QJsonValue(all.still.size) : QJsonValue()},
                                       {u"width"_s, all.page.width()},
                                       {u"height"_s, all.page.height()},
                                       {u"tileWidth"_s, all.tile.width()},
                                       {u"tileHeight"_s, all.tile.height()}}},
            {u"settings"_s, settings}};
}

} // namespace Porchlight
