// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/wkt.h"

#include "geo/flatfigure.h"
#include "geo/geolimits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace bg = boost::geometry;

namespace {

using FlatLine = bg::model::linestring<FlatPoint>;
using Plain = Result<QString, Failure<GeoFormatError>>;

qsizetype numbersOf(const QString &dimensions)
{
    return 2 + dimensions.size();
}

/// The figure with two numbers a position: Boost.Geometry takes a third for a position of its own, and a missing one
/// for zero.
Plain withoutHeights(const QString &name, const QString &body, qsizetype wanted)
{
    static const QRegularExpression position(u"[^(),]+"_s);
    QString plain = name;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : position.globalMatch(body)) {
        plain += body.sliced(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const QString text = match.captured().simplified();
        if (text.isEmpty()) {
            continue;
        }
        const QStringList numbers = text.split(u' ');
        if (numbers.size() != wanted) {
            return fail(GeoFormatError::BadCoordinate, u"\"%1\" has not %2 numbers"_s.arg(text.left(60)).arg(wanted));
        }
        plain += numbers[0] + u' ' + numbers[1];
    }
    return plain + body.sliced(end);
}

std::vector<GeoPoint> openLine(const auto &points)
{
    std::vector<GeoPoint> line;
    std::ranges::transform(points, std::back_inserter(line), [](const FlatPoint &point) {
        return GeoPoint{.latitude = point.y(), .longitude = point.x()};
    });
    return line;
}

Ring openRing(const FlatRing &flatRing)
{
    Ring ring{.points = openLine(flatRing)};
    if (ring.points.size() > 1 && ring.points.front() == ring.points.back()) {
        ring.points.pop_back();
    }
    return ring;
}

Polygon openPolygon(const FlatPolygon &flatPolygon)
{
    Polygon polygon{.outer = openRing(flatPolygon.outer()), .holes = {}};
    std::ranges::transform(flatPolygon.inners(), std::back_inserter(polygon.holes), openRing);
    return polygon;
}

GeoGeometry parse(const QString &name, const std::string &text)
{
    GeoGeometry geometry;
    if (name == "POLYGON"_L1) {
        geometry.areas.push_back(openPolygon(bg::from_wkt<FlatPolygon>(text)));
    } else if (name == "MULTIPOLYGON"_L1) {
        std::ranges::transform(bg::from_wkt<FlatShape>(text), std::back_inserter(geometry.areas), openPolygon);
    } else {
        geometry.lines.push_back(openLine(bg::from_wkt<FlatLine>(text)));
    }
    return geometry;
}

std::optional<GeoPoint> findFaultyPlace(const GeoGeometry &geometry)
{
    std::vector<std::vector<GeoPoint>> all = geometry.lines;
    for (const Polygon &polygon : geometry.areas) {
        all.push_back(polygon.outer.points);
        std::ranges::transform(polygon.holes, std::back_inserter(all), &Ring::points);
    }
    for (const auto &points : all) {
        const auto found = std::ranges::find_if_not(points, &GeoPoint::isValid);
        if (found != points.end()) {
            return *found;
        }
    }
    return std::nullopt;
}

} // namespace

Result<GeoGeometry, Failure<GeoFormatError>> readWkt(QByteArrayView text)
{
    static const QRegularExpression head(
        uR"(^(?:SRID\s*=\s*4326\s*;)?\s*(POLYGON|MULTIPOLYGON|LINESTRING)\s*(ZM|Z|M)?\s*(?=\())"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (static_cast<std::size_t>(text.count(',')) >= MostVerticesInAnArea) {
        return fail(GeoFormatError::TooManyVertices, u"more than %1"_s.arg(MostVerticesInAnArea));
    }
    const QString whole = QString::fromUtf8(text).trimmed();
    const QRegularExpressionMatch match = head.match(whole);
    if (!match.hasMatch()) {
        return fail(GeoFormatError::NotWkt, u"it begins with \"%1\""_s.arg(whole.left(20)));
    }
    const QString name = match.captured(1).toUpper();
    const Plain plain = withoutHeights(name, whole.sliced(match.capturedEnd()), numbersOf(match.captured(2)));
    if (!plain) {
        return std::unexpected(plain.error());
    }
    try {
        GeoGeometry geometry = parse(name, plain->toStdString());
        if (const auto place = findFaultyPlace(geometry)) {
            return fail(GeoFormatError::BadCoordinate,
                        u"longitude %1, latitude %2 is no place on earth"_s.arg(place->longitude).arg(place->latitude));
        }
        return geometry;
    } catch (const bg::exception &exception) {
        return fail(GeoFormatError::NotWkt, QString::fromUtf8(exception.what()).left(200));
    }
}

} // namespace Porchlight
