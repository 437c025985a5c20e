// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/figure.h"

#include "geo/corridor.h"
#include "geo/geojson.h"
#include "geo/measures.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

template <typename... Functions>
struct Each : Functions...
{
    using Functions::operator()...;
};

QJsonArray positionJson(GeoPoint point)
{
    return {point.longitude, point.latitude};
}

} // namespace

std::optional<ShapeFinding> findFault(const Circle &circle)
{
    if (!circle.centre.isValid()) {
        return ShapeFinding{.fault = ShapeFault::InvalidCoordinate, .place = circle.centre};
    }
    if (!(circle.radiusMetres > 0)) {
        return ShapeFinding{.fault = ShapeFault::Empty};
    }
    return findFault(circleRing(circle));
}

std::optional<ShapeFinding> findFault(const Figure &figure)
{
    return std::visit([](const auto &one) { return findFault(one); }, figure);
}

MultiPolygon outlineOf(const Figure &figure)
{
    return std::visit(Each{[](const MultiPolygon &shape) { return shape; },
                           [](const Circle &circle) {
                               return findFault(circle) ? MultiPolygon()
                                                        : MultiPolygon{{.outer = circleRing(circle), .holes = {}}};
                           },
                           [](const Corridor &corridor) {
                               return corridorShape(corridor);
                           }},
                      figure);
}

double areaSquareMetres(const Figure &figure)
{
    const auto *circle = std::get_if<Circle>(&figure);
    return circle != nullptr ? areaSquareMetres(*circle) : areaSquareMetres(outlineOf(figure));
}

double perimeterMetres(const Figure &figure)
{
    const auto *circle = std::get_if<Circle>(&figure);
    return circle != nullptr ? perimeterMetres(*circle) : perimeterMetres(outlineOf(figure));
}

QString kindWord(const Figure &figure)
{
    return std::visit(Each{[](const MultiPolygon &shape) {
                               const bool isOne = shape.size() == 1 && isRectangle(shape.front());
                               return isOne ? u"rectangle"_s : u"polygon"_s;
                           },
                           [](const Circle &) { return u"circle"_s; },
                           [](const Corridor &) {
                               return u"corridor"_s;
                           }},
                      figure);
}

QJsonObject figureToJson(const Figure &figure)
{
    QJsonObject properties{{u"kind"_s, kindWord(figure)}};
    if (const auto *circle = std::get_if<Circle>(&figure)) {
        properties[u"centre"_s] = positionJson(circle->centre);
        properties[u"radiusMetres"_s] = circle->radiusMetres;
    }
    if (const auto *corridor = std::get_if<Corridor>(&figure)) {
        QJsonArray route;
        for (const GeoPoint point : corridor->route) {
            route.append(positionJson(point));
        }
        properties[u"route"_s] = route;
        properties[u"halfWidthMetres"_s] = corridor->halfWidthMetres;
    }
    return {{u"type"_s, u"Feature"_s}, {u"geometry"_s, areaToJson(outlineOf(figure))}, {u"properties"_s, properties}};
}

} // namespace Porchlight
