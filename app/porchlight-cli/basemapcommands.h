// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// Map packs: install, list, check, remove, and a picture of a place.
[[nodiscard]] CommandTable basemapCommands();

} // namespace Porchlight
