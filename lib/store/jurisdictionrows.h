// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/jurisdiction.h"
#include "store/connection.h"

#include <optional>
#include <vector>

namespace Porchlight {

/// Each takes the place of what its agency had. NotFound for an agency that is not in the directory.
[[nodiscard]] StoreResult<void> putJurisdictions(Connection &connection,
                                                 const std::vector<Jurisdiction> &jurisdictions);
[[nodiscard]] StoreResult<std::vector<Jurisdiction>> findJurisdictions(Connection &connection);
[[nodiscard]] StoreResult<std::optional<Jurisdiction>> findJurisdictionOf(Connection &connection, AgencyId agency);

} // namespace Porchlight
