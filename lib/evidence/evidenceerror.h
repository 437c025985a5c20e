// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

namespace Porchlight {

/// Why no evidence package came to be, or why one could not be read.
enum class EvidenceError {
    NothingChosen,
    NameInvalid,
    TargetMissing,
    AlreadyThere,
    NoSpace,
    CannotWrite,
    OriginalUnreadable,
    OriginalChanged,
    FrameTableInvalid,
    LogBroken,
    CheckFailed,
    Canceled,
};

using EvidenceFailure = Failure<EvidenceError>;

} // namespace Porchlight
