// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

QJsonArray routeToJson(const std::vector<GeoPoint> &route)
{
    QJsonArray positions;
    for (const GeoPoint point : route) {
        positions.append(QJsonArray{point.longitude, point.latitude});
    }
    return positions;
}

std::optional<std::vector<GeoPoint>> routeFromJson(const QJsonValue &json)
{
    std::vector<GeoPoint> route;
    for (const QJsonValue &value : json.toArray()) {
        const QJsonArray numbers = value.toArray();
        const GeoPoint point{.latitude = numbers.at(1).toDouble(), .longitude = numbers.at(0).toDouble()};
        if (numbers.size() < 2 || !numbers[0].isDouble() || !numbers[1].isDouble() || !point.isValid()) {
            return std::nullopt;
        }
        route.push_back(point);
    }
    return route.size() < 2 ? std::nullopt : std::optional(std::move(route));
}

QJsonObject toJson(const RequestArea &area)
{
    QJsonObject json{
        {u"kind"_s, toWord(area.kind)},
        {u"geometry"_s, QJsonDocument::fromJson(area.geoJson).object()},
        {u"squareMetres"_s, area.squareMetres},
        {u"centre"_s, toJson(area.centre)},
    };
    if (area.kind == AreaKind::Circle) {
        json[u"radiusMetres"_s] = area.radiusMetres;
    }
    if (area.kind == AreaKind::Corridor) {
        json[u"halfWidthMetres"_s] = area.radiusMetres;
        json[u"route"_s] = routeToJson(area.route);
    }
    return json;
}

} // namespace Porchlight
