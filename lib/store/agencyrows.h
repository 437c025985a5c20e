// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/connection.h"
#include "store/records.h"

#include <vector>

namespace Porchlight {

[[nodiscard]] StoreResult<void> applyChanges(Connection &connection, const AgencyChanges &changes);
[[nodiscard]] StoreResult<std::vector<Agency>> findAgencies(Connection &connection);
[[nodiscard]] StoreResult<std::vector<DirectoryImport>> findImports(Connection &connection);

} // namespace Porchlight
