// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/stillrecord.h"

#include "core/digesttext.h"
#include "domain/json.h"
#include "media/framecsv.h"
#include "workflow/mediawords.h"

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
    return {{u"number"_s, facts.number},
            {u"count"_s, all.frameCount},
            {u"isCountFinal"_s, all.isCountFinal},
            {u"pts"_s, facts.pts ? QJsonValue(*facts.pts) : QJsonValue()},
            {u"timeBase"_s, u"%1/%2"_s.arg(facts.timeBase.numerator).arg(facts.timeBase.denominator)},
            {u"isTimeEstimated"_s, facts.isTimeEstimated()},
            {u"clipMicroseconds"_s, facts.microseconds},
            {u"wallTime"_s, orNull(all.wallTime)},
            {u"isClockChecked"_s, all.clip.isClockChecked},
            {u"clockOffsetMicroseconds"_s, all.clip.clockOffsetMicroseconds},
            {u"clockUncertaintyMicroseconds"_s, all.clip.clockUncertaintyMicroseconds},
            {u"clockDriftPpb"_s, all.clip.clockDriftPpb},
            {u"pictureType"_s, pictureTypeWord(facts.pictureType)},
            {u"isKey"_s, facts.isKey},
            {u"isCorrupt"_s, facts.isCorrupt},
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

QJsonObject settingsPart(const StillCircumstances &all)
{
    return {{u"matrix"_s, toWord(all.viewColour.matrix)},
            {u"isMatrixStated"_s, all.facts.colour.matrix == all.viewColour.matrix},
            {u"range"_s, toWord(all.viewColour.range)},
            {u"isRangeStated"_s, all.facts.colour.range == all.viewColour.range},
            {u"isScaled"_s, false},
            {u"isTurned"_s, false},
            {u"isAdjusted"_s, false},
            {u"quarterTurnsForViewing"_s, all.orientation.quarterTurns},
            {u"isMirroredForViewing"_s, all.orientation.isMirrored}};
}

} // namespace

QJsonObject stillRecord(const StillCircumstances &all)
{
    return {{u"format"_s, u"porchlight-still-1"_s},
            {u"id"_s, all.still.idText()},
            {u"takenAt"_s, all.still.takenAt.toString()},
            {u"officer"_s, toJson(all.still.author)},
            {u"program"_s, QStringLiteral("Porchlight " PORCHLIGHT_VERSION)},
            {u"case"_s, QJsonObject{{u"id"_s, all.caseFile.idText()}, {u"number"_s, all.caseFile.number}}},
            {u"clip"_s, clipPart(all)},
            {u"frame"_s, framePart(all)},
            {u"picture"_s, picturePart(all)},
            {u"settings"_s, settingsPart(all)}};
}

} // namespace Porchlight
