// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/geojson.h"

namespace Porchlight {

/// A POLYGON, MULTIPOLYGON or LINESTRING in well-known text (OGC 06-103r4), longitude first; Z and M are left out, and
/// so is an SRID of 4326 in front.
[[nodiscard]] Result<GeoGeometry, Failure<GeoFormatError>> readWkt(QByteArrayView text);

} // namespace Porchlight
