// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// jurisdiction import, at, list
[[nodiscard]] CommandTable jurisdictionCommands();

} // namespace Porchlight
