// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "grounds.h"

#include "await.h"
#include "domain/json.h"
#include "geo/geojson.h"
#include "geo/measures.h"
#include "requests/finding.h"
#include "workflow/sentences.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QJsonObject outsideJson(const OutsidePart &outside)
{
    return {{u"share"_s, outside.share},
            {u"squareMetres"_s, areaSquareMetres(outside.shape)},
            {u"place"_s, toJson(outside.place)},
            {u"geometry"_s, areaToJson(outside.shape)}};
}

QString outsideText(const OutsidePart &outside)
{
    return u"%1 % outside, near %2, %3"_s.arg(outside.share * 100, 0, 'f', 1)
        .arg(outside.place.latitude, 0, 'f', 5)
        .arg(outside.place.longitude, 0, 'f', 5);
}

/// What is on nobody's ground.
std::optional<OutsidePart> outsideAll(const MultiPolygon &area,
                                      const std::vector<const JurisdictionIndex::Ground *> &grounds)
{
    MultiPolygon left = area;
    for (const JurisdictionIndex::Ground *ground : grounds) {
        left = difference(left, ground->shape);
    }
    return left.empty() ? std::nullopt : outsidePart(area, difference(area, left));
}

} // namespace

Result<JurisdictionIndex, QString> readGrounds(Workplace &workplace)
{
    const auto agencies = await(workplace.store().agencies());
    if (!agencies) {
        return std::unexpected(sentenceFor(agencies.error()));
    }
    const auto imported = await(workplace.store().jurisdictions());
    if (!imported) {
        return std::unexpected(sentenceFor(imported.error()));
    }
    return JurisdictionIndex(*agencies, *imported);
}

bool hasRecord(const CommandContext &context)
{
    return QFileInfo::exists(Workplace::recordFileIn(context.dataDirectory()));
}

GroundAnswer groundsOf(const MultiPolygon &area, const JurisdictionIndex &index)
{
    const auto grounds = index.meeting(area);
    QJsonArray list;
    QString text;
    for (const JurisdictionIndex::Ground *ground : grounds) {
        const auto outside = outsidePart(area, ground->shape);
        QJsonObject json{{u"agency"_s, ground->name}, {u"holdsAll"_s, !outside}};
        if (outside) {
            json[u"outside"_s] = outsideJson(*outside);
        }
        list.append(json);
        text += u"ground of  %1: %2\n"_s.arg(ground->name, outside ? outsideText(*outside) : u"all of it"_s);
    }
    QJsonObject answer{{u"jurisdictions"_s, list}, {u"onFile"_s, static_cast<qint64>(index.grounds().size())}};
    if (const auto outside = outsideAll(area, grounds)) {
        answer[u"onNobodysGround"_s] = outsideJson(*outside);
        text += u"nobody’s   %1\n"_s.arg(outsideText(*outside));
    }
    return {.json = answer, .text = text};
}

} // namespace Porchlight
