// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// Cases: `case add`, `case list`, `case show`.
[[nodiscard]] CommandTable caseCommands();

} // namespace Porchlight
