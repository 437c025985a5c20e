// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/utctime.h"
#include "domain/arearequest.h"
#include "domain/officer.h"
#include "geo/shapes.h"

#include <QString>

#include <optional>

// lib/requests: drafting an area request: what can be asked for, the check of a draft against the policy, and what
// residents read. Pure: no store, no network, no clock of its own. It never publishes and never decides: it finds.
namespace Porchlight {

/// The area as it was drawn. A circle is kept as a circle and a corridor as a route; the shape is the outline of it.
struct DraftArea
{
    AreaKind kind = AreaKind::Polygon;
    MultiPolygon shape;
    Circle circle;       ///< Of circles only.
    Corridor corridor{}; ///< Of corridors only.

    bool operator==(const DraftArea &) const = default;
    [[nodiscard]] double squareMetres() const;
};

/// What is being written. Anything may still be missing.
struct RequestDraft
{
    RequestId id;    ///< Of the request it will be; given once, so that publishing may be tried again.
    QString offence; ///< A code of offences.h.
    std::optional<UtcTime> from;
    std::optional<UtcTime> to;
    std::optional<UtcTime> endsAt;
    QString caseNumber;
    QString text;
    QString near; ///< The street or place that residents read in the title: "Wood Street"; may be empty.
    std::optional<DraftArea> area;
    Officer officer;
    QString timeZone; ///< IANA name; empty for UTC.

    bool operator==(const RequestDraft &) const = default;
    [[nodiscard]] bool isEmpty() const;
};

[[nodiscard]] DraftArea polygonArea(MultiPolygon shape, AreaKind kind = AreaKind::Polygon);
[[nodiscard]] DraftArea circleArea(const Circle &circle);
[[nodiscard]] DraftArea corridorArea(const Corridor &corridor);

/// The area of a request as it was drawn; nothing where its geometry cannot be read.
[[nodiscard]] std::optional<DraftArea> draftAreaOf(const RequestArea &area);

/// The request that a complete draft makes; only for a draft without refusals.
[[nodiscard]] AreaRequest requestOf(const RequestDraft &draft, CaseId caseId);

} // namespace Porchlight
