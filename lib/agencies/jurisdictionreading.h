// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "domain/agency.h"
#include "geo/geojson.h"
#include "geo/validity.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace Porchlight {

/// Why one polygon of a file is not taken as the ground of an agency.
enum class GroundFault {
    NoPolygon,
    BadGeometry,
    TooManyVertices,
    Unsound,
    NoName, ///< Neither an ORI nor a name.
    NoSuchAgency,
    SeveralAgencies, ///< More than one agency of the directory has that name.
};

struct RefusedGround
{
    qint64 line = 0; ///< Line of a KML file, number of the feature of a GeoJSON file.
    QString name;
    GroundFault fault = GroundFault::NoPolygon;
    QString detail;
    std::optional<ShapeFinding> finding; ///< Of an unsound one.

    bool operator==(const RefusedGround &) const = default;
};

struct ReadGround
{
    AgencyId agency;
    QString agencyName; ///< As the directory has it.
    QString name;       ///< As the file has it.
    MultiPolygon shape;
};

/// The grounds in one file, at most one an agency: what a file has in several pieces for one agency is one ground.
struct JurisdictionReading
{
    std::vector<ReadGround> grounds;
    std::vector<RefusedGround> refused;
};

/// Reads GeoJSON or KML and finds the agency of each polygon by its ORI, else by its exact name and, where the file
/// says it, the state. It never guesses: what fits no agency, or several, is refused.
[[nodiscard]] Result<JurisdictionReading, Failure<GeoFormatError>>
readJurisdictions(QByteArrayView utf8, const std::vector<Agency> &agencies);

} // namespace Porchlight
