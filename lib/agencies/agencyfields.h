// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace Porchlight {

/// What a column of a list can mean to us.
enum class AgencyField {
    Name,
    Kind,
    Ori,
    Place,
    County,
    State,
    Address,
    Latitude,
    Longitude,
    Coordinates, ///< Both in one cell.
    Since,
    Until,
    RequestCount,
    Approval,
    Profile,
    Ground, ///< A GeoJSON geometry in a cell.
};

using AgencyTexts = QHash<AgencyField, QString>;

/// The meaning of a heading of a real list ("Agency", "agency_name", "Name of Department", "icpsr_lat", ...).
[[nodiscard]] std::optional<AgencyField> fieldOf(const QString &heading);

[[nodiscard]] qsizetype recognisedColumns(const QStringList &headings);

} // namespace Porchlight
