// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areacommands.h"

#include "domain/json.h"
#include "geo/measures.h"
#include "geo/validity.h"
#include "workflow/directorywords.h"
#include "workflow/requestsentences.h"

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

void answerMeasures(const CommandContext &context, const MultiPolygon &shape)
{
    const double area = areaSquareMetres(shape);
    const double perimeter = perimeterMetres(shape);
    const GeoBounds bounds = boundsOf(shape).value_or(GeoBounds());
    const GeoPoint centre = centreOf(shape).value_or(GeoPoint());
    const QLocale plain(QLocale::C);
    const QJsonObject json{{u"valid"_s, true},
                           {u"squareMetres"_s, area},
                           {u"squareMiles"_s, squareMiles(area)},
                           {u"perimeterMetres"_s, perimeter},
                           {u"bounds"_s, boundsJson(bounds)},
                           {u"centre"_s, toJson(centre)},
                           {u"polygons"_s, static_cast<qint64>(shape.size())}};
    const QString text =
        u"valid\narea       %1 m\u00b2\n           %2 sq mi\nperimeter  %3 m\nbounds     %4 to %5 N, %6 to %7 E\n"_s
            .arg(plain.toString(area, 'f', 1), plain.toString(squareMiles(area), 'f', 6),
                 plain.toString(perimeter, 'f', 1), plain.toString(bounds.south, 'f', 6),
                 plain.toString(bounds.north, 'f', 6), plain.toString(bounds.west, 'f', 6),
                 plain.toString(bounds.east, 'f', 6));
    context.answer(json, text);
}

int area(const CommandContext &context, const QStringList &words)
{
    if (words.size() != 1) {
        return context.refuse(u"usage: area FILE.geojson"_s);
    }
    QFile file(words.constFirst());
    if (!file.open(QIODevice::ReadOnly)) {
        return context.refuse(u"%1 could not be read: %2."_s.arg(file.fileName(), file.errorString()));
    }
    const auto shape = readArea(file.readAll());
    if (!shape) {
        return context.refuse(sentenceFor(shape.error()));
    }
    if (const auto finding = findFault(*shape)) {
        return answerFault(context, *finding);
    }
    answerMeasures(context, *shape);
    return 0;
}

} // namespace

CommandTable areaCommands()
{
    return {{u"area"_s, u"FILE.geojson"_s,
             u"Checks an area and measures it on the ellipsoid: m\u00b2, square miles, perimeter, bounds."_s, area}};
}

} // namespace Porchlight
