// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Porchlight {

/// What a process has really given up. Never a hope: Full means that every layer is in force.
enum class Confinement {
    None,    ///< Nothing: this platform has no confinement of ours.
    Partial, ///< Some layers, but not all.
    Full,    ///< No file, no network, no other process, no new process, bounded memory.
};

/// Gives up everything a decoder does not need, for good. Descriptors that are open stay usable. To be called once,
/// when all libraries have been warmed up and before the process has a second thread or has seen the first untrusted
/// byte.
[[nodiscard]] Confinement confineThisProcess();

/// Ends this process when the one that started it ends.
void endWithParent();

} // namespace Porchlight
