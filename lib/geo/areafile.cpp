// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/areafile.h"

#include "geo/geolimits.h"
#include "geo/gpx.h"
#include "geo/kml.h"
#include "geo/wkt.h"

#include <QJsonArray>
#include <QXmlStreamReader>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Reading = Result<AreaReading, Failure<GeoFormatError>>;
using Features = Result<std::vector<GeoFeature>, Failure<GeoFormatError>>;

std::size_t vertexCount(const GeoGeometry &geometry)
{
    std::size_t count = 0;
    for (const Polygon &polygon : geometry.areas) {
        count += vertexCount(polygon);
    }
    for (const auto &line : geometry.lines) {
        count += line.size();
    }
    return count;
}

GeoPoint placeIn(const QJsonValue &value)
{
    const QJsonArray numbers = value.toArray();
    return {.latitude = numbers.at(1).toDouble(NAN), .longitude = numbers.at(0).toDouble(NAN)};
}

Reading circleOf(const GeoFeature &feature)
{
    const Circle circle{.centre = placeIn(feature.properties.value("centre"_L1)),
                        .radiusMetres = feature.properties.value("radiusMetres"_L1).toDouble(NAN)};
    if (!circle.centre.isValid() || !(circle.radiusMetres > 0 && circle.radiusMetres <= LargestRadiusMetres)) {
        return fail(GeoFormatError::BadCoordinate,
                    u"a circle needs \"centre\": [longitude, latitude] and \"radiusMetres\" up to %1"_s.arg(
                        LargestRadiusMetres));
    }
    return AreaReading{.format = {}, .figure = circle};
}

Reading corridorOf(std::vector<GeoPoint> route, const QJsonObject &properties, double usualHalfWidth)
{
    const QJsonValue given = properties.value("halfWidthMetres"_L1);
    const double halfWidth = given.isUndefined() ? usualHalfWidth : given.toDouble(NAN);
    const auto faulty = std::ranges::find_if_not(route, &GeoPoint::isValid);
    if (!(halfWidth > 0 && halfWidth <= LargestHalfWidthMetres) || faulty != route.end()) {
        return fail(GeoFormatError::BadCoordinate,
                    u"a corridor needs a \"route\" of positions and a half-width above 0 and up to %1 m"_s.arg(
                        LargestHalfWidthMetres));
    }
    return AreaReading{.format = {},
                       .figure = Corridor{.route = std::move(route), .halfWidthMetres = halfWidth},
                       .hasAssumedWidth = given.isUndefined()};
}

Reading figureOf(const GeoFeature &feature, double usualHalfWidth)
{
    const QString kind = feature.properties.value("kind"_L1).toString();
    if (kind == "circle"_L1) {
        return circleOf(feature);
    }
    if (kind == "corridor"_L1 && feature.properties.contains("route"_L1)) {
        std::vector<GeoPoint> route;
        for (const QJsonValue &position : feature.properties.value("route"_L1).toArray()) {
            route.push_back(placeIn(position));
        }
        return corridorOf(std::move(route), feature.properties, usualHalfWidth);
    }
    if (!feature.geometry.areas.empty()) {
        return AreaReading{.format = {}, .figure = feature.geometry.areas};
    }
    if (feature.geometry.lines.size() > 1) {
        return fail(GeoFormatError::SeveralAreas);
    }
    return corridorOf(feature.geometry.lines.front(), feature.properties, usualHalfWidth);
}

/// The one feature with an area; where there is none, the one with a line.
Reading oneFigure(const std::vector<GeoFeature> &features, double usualHalfWidth)
{
    std::vector<const GeoFeature *> areas;
    std::vector<const GeoFeature *> lines;
    for (const GeoFeature &feature : features) {
        if (!feature.fault.isEmpty()) {
            return fail(GeoFormatError::BadCoordinate, feature.fault);
        }
        if (vertexCount(feature.geometry) > MostVerticesInAnArea) {
            return fail(GeoFormatError::TooManyVertices,
                        u"%1, more than %2"_s.arg(vertexCount(feature.geometry)).arg(MostVerticesInAnArea));
        }
        const bool isCircle = feature.properties.value("kind"_L1).toString() == "circle"_L1;
        if (isCircle || !feature.geometry.areas.empty()) {
            areas.push_back(&feature);
        } else if (!feature.geometry.lines.empty()) {
            lines.push_back(&feature);
        }
    }
    const auto &wanted = areas.empty() ? lines : areas;
    if (wanted.empty()) {
        return fail(GeoFormatError::NoArea);
    }
    if (wanted.size() > 1) {
        return fail(GeoFormatError::SeveralAreas);
    }
    return figureOf(*wanted.front(), usualHalfWidth);
}

Features featuresOf(const Result<GeoGeometry, Failure<GeoFormatError>> &geometry)
{
    return geometry.transform([](const GeoGeometry &found) {
        return std::vector{GeoFeature{.geometry = found, .properties = {}, .fault = {}}};
    });
}

Features featuresOfKml(QByteArrayView xml)
{
    return readKml(xml).transform([](const std::vector<KmlPlacemark> &placemarks) {
        std::vector<GeoFeature> features;
        for (const KmlPlacemark &placemark : placemarks) {
            const QString where = u"line %1: "_s.arg(placemark.line);
            features.push_back({.geometry = placemark.geometry,
                                .properties = {},
                                .fault = placemark.fault.isEmpty() ? QString() : where + placemark.fault});
        }
        return features;
    });
}

AreaFormat formatOf(QByteArrayView text)
{
    if (text.startsWith('{')) {
        return AreaFormat::GeoJson;
    }
    if (!text.startsWith('<')) {
        return AreaFormat::Wkt;
    }
    QXmlStreamReader xml(QByteArray(text.data(), text.size()));
    return xml.readNextStartElement() && xml.name() == "gpx"_L1 ? AreaFormat::Gpx : AreaFormat::Kml;
}

Features readFeatures(QByteArrayView text, AreaFormat format)
{
    switch (format) {
    case AreaFormat::GeoJson:
        return readGeoJson(text);
    case AreaFormat::Kml:
        return featuresOfKml(text);
    case AreaFormat::Gpx:
        return featuresOf(readGpx(text));
    case AreaFormat::Wkt:
        return featuresOf(readWkt(text));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Result<AreaReading, Failure<GeoFormatError>> readAreaFile(QByteArrayView bytes, double halfWidthMetres)
{
    if (bytes.size() > LargestAreaFile) {
        return fail(GeoFormatError::TooLarge, u"%1 MB"_s.arg(bytes.size() / 1024 / 1024));
    }
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes = bytes.sliced(3);
    }
    const QByteArrayView text = bytes.trimmed();
    if (text.isEmpty()) {
        return fail(GeoFormatError::NoArea);
    }
    const AreaFormat format = formatOf(text);
    const Features features = readFeatures(text, format);
    if (!features) {
        return std::unexpected(features.error());
    }
    return oneFigure(*features, halfWidthMetres).transform([format](AreaReading reading) {
        reading.format = format;
        return reading;
    });
}

} // namespace Porchlight
