// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// `export`: writes an evidence package.
[[nodiscard]] CommandTable exportCommands();

} // namespace Porchlight
