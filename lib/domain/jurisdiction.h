// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"
#include "core/utctime.h"

#include <QByteArray>
#include <QString>

namespace Porchlight {

/// The ground of one agency, as it was imported. An agency has one; a newer import takes its place.
struct Jurisdiction
{
    AgencyId agency;
    QString name;       ///< As the file calls it: "City of Larkfield".
    QByteArray geoJson; ///< RFC 7946 Polygon or MultiPolygon geometry, sound.
    QString sourceName; ///< The file's name, without its folder.
    UtcTime importedAt;

    bool operator==(const Jurisdiction &) const = default;
};

} // namespace Porchlight
