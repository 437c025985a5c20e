// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"
#include "domain/requestpolicy.h"

#include <QStringList>

namespace Porchlight {

/// The limits a request must keep, as the exchange sees them: whatever an agency's own program said, they are decided
/// here again. One sentence for each limit that is not kept; none for a request that may be published.
[[nodiscard]] QStringList brokenLimits(const AreaRequest &request, const RequestPolicy &policy, UtcTime now);

} // namespace Porchlight
