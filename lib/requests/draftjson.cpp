// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/draftjson.h"

#include "domain/json.h"
#include "geo/geojson.h"
#include "geo/geolimits.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Reads members that may be missing but not be of another type; remembers the first that is.
class DraftReader
{
public:
    explicit DraftReader(const QJsonObject &json)
        : m_json(json)
    {}

    QString text(QLatin1StringView name)
    {
        const QJsonValue value = m_json.value(name);
        if (!value.isUndefined() && !value.isNull() && !value.isString()) {
            refuse(name, u"it is no text"_s);
        }
        return value.toString();
    }

    std::optional<UtcTime> time(QLatin1StringView name)
    {
        const QString written = text(name);
        if (written.isEmpty()) {
            return std::nullopt;
        }
        const auto time = UtcTime::fromString(written);
        if (!time) {
            refuse(name, u"\"%1\" is no time with a zone"_s.arg(written));
        }
        return time;
    }

    RequestId id()
    {
        const QString written = text("id"_L1);
        const auto id = RequestId::fromString(written);
        if (!written.isEmpty() && !id) {
            refuse("id"_L1, u"it is no UUID"_s);
        }
        return id.value_or(RequestId());
    }

    Officer officer()
    {
        const QJsonValue value = m_json.value("officer"_L1);
        if (value.isUndefined() || value.isNull()) {
            return {};
        }
        const QJsonObject json = value.toObject();
        return {.id = json.value("id"_L1).toString(),
                .name = json.value("name"_L1).toString(),
                .agencyName = json.value("agencyName"_L1).toString(),
                .contact = json.value("contact"_L1).toString()};
    }

    void refuse(QLatin1StringView name, const QString &why)
    {
        if (!m_fault) {
            m_fault = Failure<DraftError>{.code = DraftError::BadMember, .detail = u"%1: %2"_s.arg(name, why)};
        }
    }

    [[nodiscard]] const std::optional<Failure<DraftError>> &fault() const { return m_fault; }

private:
    const QJsonObject &m_json;
    std::optional<Failure<DraftError>> m_fault;
};

Result<DraftArea, Failure<DraftError>> readCircle(const QJsonObject &json)
{
    const QJsonArray centre = json.value("centre"_L1).toArray();
    const Circle circle{.centre = {.latitude = centre.at(1).toDouble(NAN), .longitude = centre.at(0).toDouble(NAN)},
                        .radiusMetres = json.value("radiusMetres"_L1).toDouble(NAN)};
    if (!circle.centre.isValid() || !(circle.radiusMetres > 0 && circle.radiusMetres <= LargestRadiusMetres)) {
        return fail(DraftError::BadArea, u"a circle needs \"centre\": [longitude, latitude] and \"radiusMetres\""_s);
    }
    return circleArea(circle);
}

Result<DraftArea, Failure<DraftError>> readCorridor(const QJsonObject &json)
{
    const auto route = routeFromJson(json.value("route"_L1));
    const double halfWidth = json.value("halfWidthMetres"_L1).toDouble(NAN);
    if (!route || !(halfWidth > 0 && halfWidth <= LargestHalfWidthMetres)) {
        return fail(DraftError::BadArea,
                    u"a corridor needs \"route\": [[longitude, latitude], ...] and \"halfWidthMetres\""_s);
    }
    return corridorArea({.route = *route, .halfWidthMetres = halfWidth});
}

Result<DraftArea, Failure<DraftError>> readDraftArea(const QJsonObject &json)
{
    if (json.value("type"_L1).toString() == "Circle"_L1) {
        return readCircle(json);
    }
    if (json.value("type"_L1).toString() == "Corridor"_L1) {
        return readCorridor(json);
    }
    auto shape = readArea(json);
    if (!shape) {
        return fail(DraftError::BadArea, shape.error().detail);
    }
    const bool isRectangle = json.value("kind"_L1).toString() == "rectangle"_L1;
    return polygonArea(std::move(*shape), isRectangle ? AreaKind::Rectangle : AreaKind::Polygon);
}

QJsonObject areaJson(const DraftArea &area)
{
    if (area.kind == AreaKind::Circle) {
        return {{u"type"_s, u"Circle"_s},
                {u"centre"_s, QJsonArray{area.circle.centre.longitude, area.circle.centre.latitude}},
                {u"radiusMetres"_s, area.circle.radiusMetres}};
    }
    if (area.kind == AreaKind::Corridor) {
        return {{u"type"_s, u"Corridor"_s},
                {u"route"_s, routeToJson(area.corridor.route)},
                {u"halfWidthMetres"_s, area.corridor.halfWidthMetres}};
    }
    QJsonObject json = areaToJson(area.shape);
    json[u"kind"_s] = toWord(area.kind);
    return json;
}

void putTime(QJsonObject &json, const QString &name, const std::optional<UtcTime> &time)
{
    if (time) {
        json[name] = time->toString();
    }
}

} // namespace

QJsonObject toJson(const RequestDraft &draft)
{
    QJsonObject json{
        {u"offence"_s, draft.offence}, {u"caseNumber"_s, draft.caseNumber},   {u"text"_s, draft.text},
        {u"near"_s, draft.near},       {u"officer"_s, toJson(draft.officer)}, {u"timeZone"_s, draft.timeZone},
    };
    if (!draft.id.isNull()) {
        json[u"id"_s] = draft.id.toString();
    }
    putTime(json, u"from"_s, draft.from);
    putTime(json, u"to"_s, draft.to);
    putTime(json, u"endsAt"_s, draft.endsAt);
    if (draft.area) {
        json[u"area"_s] = areaJson(*draft.area);
    }
    return json;
}

Result<RequestDraft, Failure<DraftError>> draftFromJson(const QJsonObject &json)
{
    DraftReader reader(json);
    RequestDraft draft{
        .id = reader.id(),
        .offence = reader.text("offence"_L1),
        .from = reader.time("from"_L1),
        .to = reader.time("to"_L1),
        .endsAt = reader.time("endsAt"_L1),
        .caseNumber = reader.text("caseNumber"_L1),
        .text = reader.text("text"_L1),
        .near = reader.text("near"_L1),
        .area = {},
        .officer = reader.officer(),
        .timeZone = reader.text("timeZone"_L1),
    };
    if (reader.fault()) {
        return std::unexpected(*reader.fault());
    }
    const QJsonValue area = json.value("area"_L1);
    if (area.isUndefined() || area.isNull()) {
        return draft;
    }
    auto drawn = readDraftArea(area.toObject());
    if (!drawn) {
        return std::unexpected(drawn.error());
    }
    draft.area = std::move(*drawn);
    return draft;
}

Result<RequestDraft, Failure<DraftError>> readDraft(QByteArrayView json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(json.data(), json.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.first(std::min<qsizetype>(error.offset, json.size())).count('\n') + 1;
        return fail(DraftError::NotJson, u"line %1: %2"_s.arg(line).arg(error.errorString()));
    }
    if (!document.isObject()) {
        return fail(DraftError::NotJson, u"the outermost value is no object"_s);
    }
    return draftFromJson(document.object());
}

} // namespace Porchlight
