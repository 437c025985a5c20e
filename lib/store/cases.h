// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/casefile.h"
#include "store/connection.h"

#include <optional>
#include <vector>

namespace Porchlight {

[[nodiscard]] StoreResult<void> insertCase(Connection &connection, const CaseFile &caseFile);
[[nodiscard]] StoreResult<std::vector<CaseFile>> findCases(Connection &connection);
[[nodiscard]] StoreResult<std::optional<CaseFile>> findCaseById(Connection &connection, CaseId id);
[[nodiscard]] StoreResult<std::optional<CaseFile>> findCaseWithNumber(Connection &connection, const QString &number);

} // namespace Porchlight
