// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <sys/types.h>

namespace Porchlight {

/// The processes that this one has started and that still run.
[[nodiscard]] QList<pid_t> childProcesses();

} // namespace Porchlight
