// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// What can be asked of one media file: `probe`, `frames`, `frame`. It goes through the confined decoder, as in the
/// window.
[[nodiscard]] CommandTable mediaCommands();

} // namespace Porchlight
