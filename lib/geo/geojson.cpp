// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/geojson.h"

#include "geo/flatfigure.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace bg = boost::geometry;

namespace {

constexpr qsizetype LargestText = 256 * 1024 * 1024;
constexpr int DeepestCollection = 8;

using Read = Result<void, Failure<GeoFormatError>>;

Result<GeoPoint, Failure<GeoFormatError>> readPosition(const QJsonValue &value)
{
    const QJsonArray numbers = value.toArray();
    if (numbers.size() < 2 || !numbers[0].isDouble() || !numbers[1].isDouble()) {
        return fail(GeoFormatError::BadCoordinate, u"a position needs two numbers, longitude and latitude"_s);
    }
    const GeoPoint point{.latitude = numbers[1].toDouble(), .longitude = numbers[0].toDouble()};
    if (!point.isValid()) {
        return fail(GeoFormatError::BadCoordinate,
                    u"longitude %1, latitude %2 is no place on earth"_s.arg(point.longitude).arg(point.latitude));
    }
    return point;
}

Result<Ring, Failure<GeoFormatError>> readRing(const QJsonValue &value)
{
    if (!value.isArray()) {
        return fail(GeoFormatError::BadCoordinate, u"a ring is no list of positions"_s);
    }
    Ring ring;
    for (const QJsonValue &position : value.toArray()) {
        const auto point = readPosition(position);
        if (!point) {
            return std::unexpected(point.error());
        }
        ring.points.push_back(*point);
    }
    if (ring.points.size() > 1 && ring.points.front() == ring.points.back()) {
        ring.points.pop_back();
    }
    return ring;
}

Result<Polygon, Failure<GeoFormatError>> readPolygon(const QJsonValue &value)
{
    const QJsonArray rings = value.toArray();
    if (rings.isEmpty()) {
        return fail(GeoFormatError::BadCoordinate, u"a polygon has no ring"_s);
    }
    Polygon polygon;
    for (qsizetype i = 0; i < rings.size(); ++i) {
        auto ring = readRing(rings[i]);
        if (!ring) {
            return std::unexpected(ring.error());
        }
        if (i == 0) {
            polygon.outer = std::move(*ring);
        } else {
            polygon.holes.push_back(std::move(*ring));
        }
    }
    return polygon;
}

Read addPoint(const QJsonValue &position, GeoGeometry &geometry)
{
    const auto point = readPosition(position);
    if (!point) {
        return std::unexpected(point.error());
    }
    geometry.points.push_back(*point);
    return {};
}

Read addLine(const QJsonValue &positions, GeoGeometry &geometry)
{
    if (!positions.isArray()) {
        return fail(GeoFormatError::BadCoordinate, u"a line is no list of positions"_s);
    }
    std::vector<GeoPoint> line;
    for (const QJsonValue &position : positions.toArray()) {
        const auto point = readPosition(position);
        if (!point) {
            return std::unexpected(point.error());
        }
        line.push_back(*point);
    }
    geometry.lines.push_back(std::move(line));
    return {};
}

Read addPolygon(const QJsonValue &rings, GeoGeometry &geometry)
{
    auto polygon = readPolygon(rings);
    if (!polygon) {
        return std::unexpected(polygon.error());
    }
    geometry.areas.push_back(std::move(*polygon));
    return {};
}

Read addAll(const QJsonValue &list, GeoGeometry &geometry, Read (*addOne)(const QJsonValue &, GeoGeometry &))
{
    for (const QJsonValue &one : list.toArray()) {
        if (auto done = addOne(one, geometry); !done) {
            return done;
        }
    }
    return {};
}

Read readGeometry(const QJsonObject &json, GeoGeometry &geometry, int depth = 0)
{
    const QString type = json.value("type"_L1).toString();
    const QJsonValue coordinates = json.value("coordinates"_L1);
    if (type == "Point"_L1) {
        return addPoint(coordinates, geometry);
    }
    if (type == "MultiPoint"_L1) {
        return addAll(coordinates, geometry, addPoint);
    }
    if (type == "Polygon"_L1) {
        return addPolygon(coordinates, geometry);
    }
    if (type == "MultiPolygon"_L1) {
        return addAll(coordinates, geometry, addPolygon);
    }
    if (type == "LineString"_L1) {
        return addLine(coordinates, geometry);
    }
    if (type == "MultiLineString"_L1) {
        return addAll(coordinates, geometry, addLine);
    }
    if (type != "GeometryCollection"_L1 || depth == DeepestCollection) {
        return fail(GeoFormatError::NotGeoJson, u"no geometry has the type \"%1\""_s.arg(type));
    }
    for (const QJsonValue &part : json.value("geometries"_L1).toArray()) {
        if (auto done = readGeometry(part.toObject(), geometry, depth + 1); !done) {
            return done;
        }
    }
    return {};
}

GeoFeature readFeature(const QJsonObject &json)
{
    GeoFeature feature{.geometry = {}, .properties = json.value("properties"_L1).toObject(), .fault = {}};
    if (json.value("type"_L1).toString() != "Feature"_L1) {
        feature.fault = u"it is not of the type Feature"_s;
        return feature;
    }
    const QJsonValue geometry = json.value("geometry"_L1);
    if (!geometry.isObject()) {
        return feature;
    }
    if (auto done = readGeometry(geometry.toObject(), feature.geometry); !done) {
        feature.geometry = {};
        feature.fault = done.error().detail;
    }
    return feature;
}

Result<QJsonObject, Failure<GeoFormatError>> parse(QByteArrayView json)
{
    if (json.size() > LargestText) {
        return fail(GeoFormatError::TooLarge, u"%1 bytes"_s.arg(json.size()));
    }
    if (json.startsWith("\xEF\xBB\xBF")) {
        json = json.sliced(3);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(json.data(), json.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.first(std::min<qsizetype>(error.offset, json.size())).count('\n') + 1;
        return fail(GeoFormatError::NotJson, u"line %1: %2"_s.arg(line).arg(error.errorString()));
    }
    if (!document.isObject()) {
        return fail(GeoFormatError::NotGeoJson, u"the outermost value is no object"_s);
    }
    return document.object();
}

Result<std::vector<GeoFeature>, Failure<GeoFormatError>> readFeatures(const QJsonObject &json)
{
    const QString type = json.value("type"_L1).toString();
    std::vector<GeoFeature> features;
    if (type == "FeatureCollection"_L1) {
        if (!json.value("features"_L1).isArray()) {
            return fail(GeoFormatError::NotGeoJson, u"a FeatureCollection without a list of features"_s);
        }
        for (const QJsonValue &feature : json.value("features"_L1).toArray()) {
            features.push_back(readFeature(feature.toObject()));
        }
        return features;
    }
    if (type == "Feature"_L1) {
        features.push_back(readFeature(json));
        return features;
    }
    GeoFeature feature;
    if (auto done = readGeometry(json, feature.geometry); !done) {
        return std::unexpected(done.error());
    }
    features.push_back(std::move(feature));
    return features;
}

QJsonArray ringToJson(const FlatRing &ring)
{
    QJsonArray positions;
    for (const FlatPoint &point : ring) {
        positions.append(QJsonArray{point.x(), point.y()});
    }
    return positions;
}

/// RFC 7946, 3.1.6: outer rings counter-clockwise, holes clockwise; the sheet has them the other way.
QJsonArray polygonToJson(FlatPolygon polygon)
{
    QJsonArray rings;
    std::ranges::reverse(polygon.outer());
    rings.append(ringToJson(polygon.outer()));
    for (FlatRing &inner : polygon.inners()) {
        std::ranges::reverse(inner);
        rings.append(ringToJson(inner));
    }
    return rings;
}

/// RFC 7946, 3.1.9: a figure across 180 degrees is cut there; each part is moved back into -180..180.
FlatShape cutAtAntimeridian(const FlatShape &sheet)
{
    const FlatBox box = boxAround(sheet);
    if (box.min_corner().x() >= -180 && box.max_corner().x() <= 180) {
        return sheet;
    }
    FlatShape result;
    for (const double turn : {-360.0, 0.0, 360.0}) {
        FlatShape part;
        bg::intersection(sheet, FlatBox(FlatPoint(turn - 180, -90), FlatPoint(turn + 180, 90)), part);
        bg::for_each_point(part, [turn](FlatPoint &point) { point.x(point.x() - turn); });
        result.insert(result.end(), part.begin(), part.end());
    }
    return result;
}

} // namespace

Result<std::vector<GeoFeature>, Failure<GeoFormatError>> readGeoJson(QByteArrayView json)
{
    return parse(json).and_then(readFeatures);
}

Result<MultiPolygon, Failure<GeoFormatError>> readArea(const QJsonObject &json)
{
    const auto features = readFeatures(json);
    if (!features) {
        return std::unexpected(features.error());
    }
    const GeoFeature *found = nullptr;
    for (const GeoFeature &feature : *features) {
        if (!feature.fault.isEmpty()) {
            return fail(GeoFormatError::BadCoordinate, feature.fault);
        }
        if (feature.geometry.areas.empty()) {
            continue;
        }
        if (found != nullptr) {
            return fail(GeoFormatError::SeveralAreas);
        }
        found = &feature;
    }
    if (found == nullptr) {
        return fail(GeoFormatError::NoArea);
    }
    return found->geometry.areas;
}

Result<MultiPolygon, Failure<GeoFormatError>> readArea(QByteArrayView json)
{
    const auto object = parse(json);
    if (!object) {
        return std::unexpected(object.error());
    }
    return readArea(*object);
}

QJsonObject areaToJson(const MultiPolygon &shape)
{
    const FlatShape sheet = flatShape(shape, sheetLongitude(shape));
    const FlatShape parts = bg::is_empty(sheet) ? sheet : cutAtAntimeridian(sheet);
    if (parts.size() == 1) {
        return {{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, polygonToJson(parts.front())}};
    }
    QJsonArray polygons;
    for (const FlatPolygon &part : parts) {
        polygons.append(polygonToJson(part));
    }
    return {{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, polygons}};
}

QByteArray areaToGeoJson(const MultiPolygon &shape)
{
    return QJsonDocument(areaToJson(shape)).toJson(QJsonDocument::Compact);
}

} // namespace Porchlight
