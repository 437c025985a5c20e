// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/geojson.h"

namespace Porchlight {

/// The routes and the segments of tracks of a GPX document (1.0, 1.1), each a line; waypoints alone are left out.
[[nodiscard]] Result<GeoGeometry, Failure<GeoFormatError>> readGpx(QByteArrayView xml);

} // namespace Porchlight
