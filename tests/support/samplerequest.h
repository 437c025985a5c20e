// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"

namespace Porchlight {

/// A request that keeps every limit at that time: a rectangle of about 0.11 square miles, two hours of the same day.
[[nodiscard]] AreaRequest sampleRequest(UtcTime now);

} // namespace Porchlight
