// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/verification.h"

#include <QString>

namespace Porchlight {

/// Stable words for the JSON answer: "file-changed".
[[nodiscard]] QString toWord(FaultCode code);
[[nodiscard]] QString toWord(FaultWeight weight);
[[nodiscard]] QString toWord(Verification::Check check);
[[nodiscard]] QString toWord(Verification::State state);
[[nodiscard]] QString toWord(Verification::Verdict verdict);

/// What people read: "Every file", "NOT PRESENT".
[[nodiscard]] QString titleOf(Verification::Check check);
[[nodiscard]] QString textOf(Verification::State state);

} // namespace Porchlight
