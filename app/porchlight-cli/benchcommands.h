// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// `scrub-bench`: how fast and how exactly frames come, through the decoder process that the window uses.
[[nodiscard]] CommandTable benchCommands();

} // namespace Porchlight
