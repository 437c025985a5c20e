// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

#include <QFuture>

namespace Porchlight {

enum class StoreError {
    CannotOpen,       ///< No such place, no right to it, or no such server.
    NotAStore,        ///< A file, but damaged or of another program.
    NewerStore,       ///< Made by a newer program.
    ChangedMigration, ///< Its record of how it was made does not fit this program.
    MigrationFailed,  ///< It could not be brought up to date; it is as it was before.
    InUse,            ///< Another program holds it for too long.
    NoSpace,          ///< The disk is full; nothing of the step was kept.
    NotFound,
    AlreadyThere,
    NotAllowed, ///< The change is against a rule of the record, for example a published request.
    BadValue,   ///< A value that cannot be kept, or a kept one that cannot be read.
    Broken,     ///< Anything else that the database says.
};

template <typename T>
using StoreResult = Result<T, Failure<StoreError>>;

template <typename T>
using StoreFuture = QFuture<StoreResult<T>>;

} // namespace Porchlight
