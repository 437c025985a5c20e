// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/markerversion.h"
#include "domain/still.h"
#include "store/connection.h"

#include <vector>

/// Notes and stills on clips. A note is its newest version; no version is ever changed or removed.
namespace Porchlight {

[[nodiscard]] StoreResult<void> insertMarker(Connection &connection, const Marker &marker, const Officer &officer,
                                             UtcTime at);
[[nodiscard]] StoreResult<void> replaceMarker(Connection &connection, const Marker &marker, const Officer &officer,
                                              UtcTime at);
/// The marker as it was last.
[[nodiscard]] StoreResult<Marker> endMarker(Connection &connection, MarkerId id, const Officer &officer, UtcTime at);
[[nodiscard]] StoreResult<std::vector<Marker>> findMarkers(Connection &connection, ClipId clipId);
[[nodiscard]] StoreResult<std::vector<MarkerVersion>> findMarkerVersions(Connection &connection, ClipId clipId);

[[nodiscard]] StoreResult<void> insertStill(Connection &connection, const Still &still);
[[nodiscard]] StoreResult<std::vector<Still>> findStills(Connection &connection, ClipId clipId);

} // namespace Porchlight
