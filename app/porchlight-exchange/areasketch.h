// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"
#include "html.h"

namespace Porchlight {

/// A sketch of the area as inline SVG: its outline to scale, north up, and how long a hundred metres or so are. Nothing
/// for an area that cannot be read.
[[nodiscard]] Html areaSketch(const RequestArea &area);

} // namespace Porchlight
