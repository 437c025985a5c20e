// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/consent.h"

namespace Porchlight {

/// Whether the receipt's Ed25519 signature (RFC 8032) covers its signed bytes under the key it carries. Whose key that
/// is has to be known from elsewhere.
[[nodiscard]] bool hasValidSignature(const ConsentReceipt &receipt);

} // namespace Porchlight
