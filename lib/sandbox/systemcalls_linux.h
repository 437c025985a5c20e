// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Porchlight {

/// Leaves this process the system calls of decoding and of talking over sockets it already has. Others are refused
/// with an error; those that only an intruder would make end the process. False where seccomp cannot be had.
[[nodiscard]] bool allowOnlyDecodingCalls();

} // namespace Porchlight
