// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// What the decoder process makes of a whole clip, as for the window: `index` and `filmstrip`.
[[nodiscard]] CommandTable indexCommands();

} // namespace Porchlight
