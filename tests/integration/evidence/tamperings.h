// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/verification.h"
#include "tamperedpackage.h"

#include <functional>
#include <vector>

namespace Porchlight {

/// One way to change a good package, and what the verifier has to say about it: the verdict, and on which line it must
/// list which fault. The names begin with the kind of change.
struct Tampering
{
    const char *name;
    std::function<void(const TamperedPackage &)> act;
    Verification::Check check;
    FaultCode code;
    Verification::Verdict verdict = Verification::Verdict::ChangedOrIncomplete;
};

[[nodiscard]] const std::vector<Tampering> &payloadTamperings();
[[nodiscard]] const std::vector<Tampering> &manifestTamperings();
[[nodiscard]] const std::vector<Tampering> &tagTamperings();
[[nodiscard]] const std::vector<Tampering> &logTamperings();
[[nodiscard]] const std::vector<Tampering> &recordTamperings();

} // namespace Porchlight
