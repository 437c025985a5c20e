// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Porchlight {

/// Denies this thread, and all it starts, every file, TCP port, abstract socket and outside signal that the running
/// kernel's Landlock can deny. Needs no_new_privs. False where the kernel has no Landlock.
[[nodiscard]] bool denyAllFiles();

} // namespace Porchlight
