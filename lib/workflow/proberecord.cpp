// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/proberecord.h"

#include "domain/json.h"
#include "workflow/mediawords.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject pictureJson(const StreamSummary &stream)
{
    return {{"width"_L1, stream.size.width()},
            {"height"_L1, stream.size.height()},
            {"pixelFormat"_L1, stream.pixelFormat},
            {"sampleAspectRatio"_L1, u"%1:%2"_s.arg(stream.aspect.horizontal).arg(stream.aspect.vertical)},
            {"rotation"_L1, stream.orientation.quarterTurns * 90},
            {"isMirrored"_L1, stream.orientation.isMirrored},
            {"colourMatrix"_L1, toWord(stream.colour.matrix)},
            {"colourRange"_L1, toWord(stream.colour.range)},
            {"colourPrimaries"_L1, stream.colour.primaries},
            {"colourTransfer"_L1, stream.colour.transfer}};
}

QJsonObject streamJson(const StreamSummary &stream)
{
    QJsonObject json{{"index"_L1, stream.index},
                     {"kind"_L1, toWord(stream.kind)},
                     {"codec"_L1, stream.codec},
                     {"timeBase"_L1, u"%1/%2"_s.arg(stream.timeBase.numerator).arg(stream.timeBase.denominator)},
                     {"startTicks"_L1, orNull(stream.startTicks)},
                     {"durationTicks"_L1, orNull(stream.durationTicks)}};
    if (stream.kind == StreamKind::Video || stream.kind == StreamKind::AttachedPicture) {
        json.insert("picture"_L1, pictureJson(stream));
    }
    if (stream.kind == StreamKind::Sound) {
        json.insert("sampleRate"_L1, stream.sampleRate);
        json.insert("channels"_L1, stream.channels);
    }
    return json;
}

QJsonObject summaryJson(const MediaSummary &summary)
{
    QJsonArray streams;
    for (const StreamSummary &stream : summary.streams) {
        streams.append(streamJson(stream));
    }
    return {{"container"_L1, summary.container},
            {"size"_L1, summary.size},
            {"statedDurationMicroseconds"_L1, orNull(summary.durationMicroseconds)},
            {"videoStream"_L1, summary.videoStream},
            {"soundStream"_L1, summary.soundStream},
            {"confinement"_L1, toWord(summary.confinement)},
            {"streams"_L1, streams}};
}

} // namespace

QByteArray probeRecord(const MediaFacts &facts, const std::optional<MediaSummary> &summary)
{
    const QJsonObject json{
        {"tool"_L1, u"porchlight-decoder " PORCHLIGHT_VERSION ", FFmpeg's container and codec names"_s},
        {"facts"_L1, toJson(facts)},
        {"decoder"_L1, summary ? QJsonValue(summaryJson(*summary)) : QJsonValue(QJsonValue::Null)},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace Porchlight
