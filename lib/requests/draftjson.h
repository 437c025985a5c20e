// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "requests/requestdraft.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace Porchlight {

enum class DraftError {
    NotJson,
    BadMember, ///< The detail names it.
    BadArea,
};

/// A draft as a document: for the command line and for keeping a draft. Members: "id" (a UUID), "offence" (a code),
/// "from", "to", "endsAt" (RFC 3339), "caseNumber", "text", "near", "timeZone", "officer" {"id", "name", "agencyName",
/// "contact"}, "area": a GeoJSON Polygon or MultiPolygon (geometry, Feature or FeatureCollection), or
/// {"type": "Circle", "centre": [longitude, latitude], "radiusMetres": n}, or {"type": "Corridor", "route":
/// [[longitude, latitude], ...], "halfWidthMetres": n}; a member "kind": "rectangle" beside a
/// geometry keeps how it was drawn. Anything may be missing.
[[nodiscard]] QJsonObject toJson(const RequestDraft &draft);
[[nodiscard]] Result<RequestDraft, Failure<DraftError>> draftFromJson(const QJsonObject &json);
[[nodiscard]] Result<RequestDraft, Failure<DraftError>> readDraft(QByteArrayView json);

} // namespace Porchlight
