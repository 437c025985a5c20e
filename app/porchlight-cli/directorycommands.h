// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace Porchlight {

/// directory import, directory list, directory find
[[nodiscard]] CommandTable directoryCommands();

} // namespace Porchlight
