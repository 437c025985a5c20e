// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

#include <QFuture>

namespace Porchlight {

enum class VaultError {
    CannotOpen,     ///< The folder cannot be made or written to.
    NoSpace,        ///< The disk is full; the unfinished item was removed.
    DigestMismatch, ///< Not the bytes that were promised: kept aside, not among the items.
    NotFound,
    Damaged,    ///< The bytes no longer have the digest they are kept under.
    Unreadable, ///< The file to be taken in cannot be read.
    Broken,     ///< Anything else that the disk says.
};

template <typename T>
using VaultResult = Result<T, Failure<VaultError>>;

template <typename T>
using VaultFuture = QFuture<VaultResult<T>>;

} // namespace Porchlight
