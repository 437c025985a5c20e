// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/consent.h"
#include "store/connection.h"

#include <optional>

namespace Porchlight {

[[nodiscard]] StoreResult<void> insertReceipt(Connection &connection, const ConsentReceipt &receipt);
[[nodiscard]] StoreResult<std::optional<ConsentReceipt>> findReceiptOfClip(Connection &connection, ClipId clipId);

} // namespace Porchlight
