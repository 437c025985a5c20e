// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/shapes.h"

#include <QGeoCoordinate>
#include <QGeoPolygon>
#include <QList>

namespace Porchlight {

// Between our values and those of Qt Positioning.
[[nodiscard]] QGeoCoordinate toCoordinate(GeoPoint point);
[[nodiscard]] GeoPoint toPoint(const QGeoCoordinate &place);
[[nodiscard]] QList<QGeoCoordinate> toPath(const std::vector<GeoPoint> &points);
[[nodiscard]] QList<QGeoPolygon> toGeoPolygons(const MultiPolygon &shape);

} // namespace Porchlight
