// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/requestdraft.h"

#include "geo/corridor.h"
#include "geo/geojson.h"
#include "geo/measures.h"
#include "requests/residentview.h"

namespace Porchlight {

double DraftArea::squareMetres() const
{
    return kind == AreaKind::Circle ? areaSquareMetres(circle) : areaSquareMetres(shape);
}

bool RequestDraft::isEmpty() const
{
    return offence.isEmpty() && !from && !to && !endsAt && caseNumber.isEmpty() && text.isEmpty() && !area;
}

DraftArea polygonArea(MultiPolygon shape, AreaKind kind)
{
    return {.kind = kind, .shape = std::move(shape), .circle = {}, .corridor = {}};
}

DraftArea circleArea(const Circle &circle)
{
    return {.kind = AreaKind::Circle,
            .shape = {{.outer = circleRing(circle), .holes = {}}},
            .circle = circle,
            .corridor = {}};
}

DraftArea corridorArea(const Corridor &corridor)
{
    return {.kind = AreaKind::Corridor, .shape = corridorShape(corridor), .circle = {}, .corridor = corridor};
}

std::optional<DraftArea> draftAreaOf(const RequestArea &area)
{
    if (area.kind == AreaKind::Circle) {
        return circleArea({.centre = area.centre, .radiusMetres = area.radiusMetres});
    }
    auto shape = readArea(area.geoJson);
    if (!shape) {
        return std::nullopt;
    }
    DraftArea drawn = polygonArea(std::move(*shape), area.kind);
    if (area.kind == AreaKind::Corridor) {
        drawn.corridor = {.route = area.route, .halfWidthMetres = area.radiusMetres};
    }
    return drawn;
}

AreaRequest requestOf(const RequestDraft &draft, CaseId caseId)
{
    const DraftArea area = draft.area.value_or(DraftArea());
    const bool isCircle = area.kind == AreaKind::Circle;
    return {
        .id = draft.id,
        .caseId = caseId,
        .caseNumber = draft.caseNumber.trimmed(),
        .offence = draft.offence,
        .title = residentTitle(draft.offence, draft.near),
        .text = draft.text.trimmed(),
        .area = {.kind = area.kind,
                 .geoJson = areaToGeoJson(area.shape),
                 .squareMetres = area.squareMetres(),
                 .centre = isCircle ? area.circle.centre : centreOf(area.shape).value_or(GeoPoint()),
                 .radiusMetres = isCircle ? area.circle.radiusMetres : area.corridor.halfWidthMetres,
                 .route = area.corridor.route},
        .window = {.begin = draft.from.value_or(UtcTime()), .end = draft.to.value_or(UtcTime())},
        .endsAt = draft.endsAt.value_or(UtcTime()),
        .timeZone = draft.timeZone,
        .state = RequestState::Draft,
        .officer = draft.officer,
        .publishedAt = {},
        .publicUrl = {},
    };
}

} // namespace Porchlight
