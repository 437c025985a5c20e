// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/geojson.h"

#include <QString>

#include <utility>
#include <vector>

namespace Porchlight {

/// One placemark of a KML document (OGC 12-007r2). It may have no point at all, only an address.
struct KmlPlacemark
{
    qint64 line = 0;
    QString name;
    QString address;
    QString description;
    QString folder; ///< Name of the folder that holds it.
    std::vector<std::pair<QString, QString>> extended;
    GeoGeometry geometry;
    QString fault; ///< Why its geometry could not be read; empty where it could.
};

[[nodiscard]] Result<std::vector<KmlPlacemark>, Failure<GeoFormatError>> readKml(QByteArrayView xml);

} // namespace Porchlight
