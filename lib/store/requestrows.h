// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"
#include "store/connection.h"

#include <optional>
#include <vector>

namespace Porchlight {

[[nodiscard]] StoreResult<void> insertRequest(Connection &connection, const AreaRequest &request);
/// The request as it is then.
[[nodiscard]] StoreResult<AreaRequest> updateRequestState(Connection &connection, RequestId id, RequestState state);
[[nodiscard]] StoreResult<std::vector<AreaRequest>> findRequests(Connection &connection,
                                                                 const std::optional<CaseId> &caseId);
[[nodiscard]] StoreResult<std::optional<AreaRequest>> findRequestById(Connection &connection, RequestId id);
[[nodiscard]] StoreResult<int> countRequests(Connection &connection, CaseId caseId);

} // namespace Porchlight
