// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/evidenceerror.h"
#include "store/storeerror.h"

#include <variant>

namespace Porchlight {

/// Why an export did not come about: the package or the record of it.
using ExportFailure = std::variant<EvidenceFailure, Failure<StoreError>>;

} // namespace Porchlight
