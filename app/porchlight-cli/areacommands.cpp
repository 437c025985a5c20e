// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areacommands.h"

#include "domain/json.h"
#include "geo/areafile.h"
#include "geo/corridor.h"
#include "geo/measures.h"
#include "grounds.h"
#include "inworkplace.h"
#include "workflow/directorywords.h"
#include "workflow/requestsentences.h"

#include <QCommandLineParser>
#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonObject boundsJson(const GeoBounds &bounds)
{
    return {{u"south"_s, bounds.south}, {u"west"_s, bounds.west}, {u"north"_s, bounds.north}, {u"east"_s, bounds.east}};
}

/// Exit code 1, with the place of the fault on standard output as well: that is the answer that was asked for.
int answerFault(const CommandContext &context, const ShapeFinding &finding)
{
    QJsonObject json{{u"valid"_s, false}, {u"fault"_s, toWord(finding.fault)}, {u"sentence"_s, sentenceFor(finding)}};
    if (finding.fault != ShapeFault::Empty && finding.place.isValid()) {
        json[u"place"_s] = toJson(finding.place);
    }
    json[u"polygon"_s] = finding.polygon;
    json[u"ring"_s] = finding.ring;
    if (context.wantsJson()) {
        context.answer(json, {});
    }
    return context.refuse(sentenceFor(finding));
}

QString formatWord(AreaFormat format)
{
    switch (format) {
    case AreaFormat::GeoJson:
        return u"geojson"_s;
    case AreaFormat::Kml:
        return u"kml"_s;
    case AreaFormat::Gpx:
        return u"gpx"_s;
    case AreaFormat::Wkt:
        return u"wkt"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// What it was drawn with, where the outline does not say it.
void describeFigure(const AreaReading &reading, QJsonObject &json, QString &text)
{
    if (const auto *circle = std::get_if<Circle>(&reading.figure)) {
        json[u"radiusMetres"_s] = circle->radiusMetres;
        text += u"radius     %1 m\n"_s.arg(circle->radiusMetres);
    }
    if (const auto *corridor = std::get_if<Corridor>(&reading.figure)) {
        const double length = lengthMetres(corridor->route);
        json[u"halfWidthMetres"_s] = corridor->halfWidthMetres;
        json[u"hasAssumedWidth"_s] = reading.hasAssumedWidth;
        json[u"routeMetres"_s] = length;
        text += u"route      %1 m, half-width %2 m%3\n"_s.arg(length, 0, 'f', 1)
                    .arg(corridor->halfWidthMetres)
                    .arg(reading.hasAssumedWidth ? u" (not in the file)"_s : QString());
    }
}

GroundAnswer describeShape(const AreaReading &reading, const MultiPolygon &shape)
{
    const double area = areaSquareMetres(reading.figure);
    const double perimeter = perimeterMetres(reading.figure);
    const GeoBounds bounds = boundsOf(shape).value_or(GeoBounds());
    const QLocale plain(QLocale::C);
    GroundAnswer answer{
        .json = {{u"valid"_s, true},
                 {u"format"_s, formatWord(reading.format)},
                 {u"kind"_s, kindWord(reading.figure)},
                 {u"squareMetres"_s, area},
                 {u"squareMiles"_s, squareMiles(area)},
                 {u"perimeterMetres"_s, perimeter},
                 {u"bounds"_s, boundsJson(bounds)},
                 {u"centre"_s, toJson(centreOf(shape).value_or(GeoPoint()))},
                 {u"polygons"_s, static_cast<qint64>(shape.size())}},
        .text =
            u"valid %1\narea       %2 m\u00b2\n           %3 sq mi\nperimeter  %4 m\nbounds     %5 to %6 N, %7 to %8 E\n"_s
                .arg(kindWord(reading.figure), plain.toString(area, 'f', 1), plain.toString(squareMiles(area), 'f', 6),
                     plain.toString(perimeter, 'f', 1), plain.toString(bounds.south, 'f', 6),
                     plain.toString(bounds.north, 'f', 6), plain.toString(bounds.west, 'f', 6),
                     plain.toString(bounds.east, 'f', 6))};
    describeFigure(reading, answer.json, answer.text);
    return answer;
}

int answerMeasures(const CommandContext &context, const AreaReading &reading)
{
    const MultiPolygon shape = outlineOf(reading.figure);
    GroundAnswer answer = describeShape(reading, shape);
    const auto finish = [&](const JurisdictionIndex &index) {
        const GroundAnswer grounds = groundsOf(shape, index);
        answer.json[u"jurisdiction"_s] = grounds.json;
        context.answer(answer.json,
                       answer.text + (index.grounds().empty() ? u"no jurisdiction is on file\n"_s : grounds.text));
        return 0;
    };
    if (!hasRecord(context)) {
        return finish(JurisdictionIndex());
    }
    return inWorkplace(context, [&](Workplace &workplace) {
        const auto index = readGrounds(workplace);
        return index ? finish(*index) : context.refuse(index.error());
    });
}

int area(const CommandContext &context, const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption halfWidth(u"half-width"_s, {}, u"metres"_s, QString::number(UsualHalfWidthMetres));
    parser.addOption(halfWidth);
    bool isNumber = parser.parse(QStringList{u"area"_s} + words);
    const double metres = isNumber ? parser.value(halfWidth).toDouble(&isNumber) : 0;
    if (!isNumber || parser.positionalArguments().size() != 1) {
        return context.refuse(u"usage: area FILE [--half-width METRES]"_s);
    }
    QFile file(parser.positionalArguments().constFirst());
    if (!file.open(QIODevice::ReadOnly)) {
        return context.refuse(u"%1 could not be read: %2."_s.arg(file.fileName(), file.errorString()));
    }
    const auto reading = readAreaFile(file.readAll(), metres);
    if (!reading) {
        return context.refuse(sentenceFor(reading.error()));
    }
    if (const auto finding = findFault(reading->figure)) {
        return answerFault(context, *finding);
    }
    return answerMeasures(context, *reading);
}

} // namespace

CommandTable areaCommands()
{
    return {
        {u"area"_s, u"FILE [--half-width METRES]"_s,
         u"Checks an area (GeoJSON, KML, GPX, WKT), measures it on the ellipsoid, and says on whose ground it lies."_s,
         area}};
}

} // namespace Porchlight
