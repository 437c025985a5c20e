// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

namespace Porchlight {

/// Why the exchange itself could not do something. The detail is a sentence for whoever asked.
enum class SiteError {
    CannotOpen, ///< Folder, database, key or port; the program does not start.
    NoRoom,     ///< The disk or the space set aside is full.
    NotFound,
    Conflict, ///< It is there already and differs, or is not at the place that was named.
    Refused,  ///< Against a rule.
    WrongType,
    WrongDigest,
    TooLarge,
    Broken, ///< Anything else that disk or database say.
};

template <typename T>
using SiteResult = Result<T, Failure<SiteError>>;

/// The HTTP status that stands for a failure.
[[nodiscard]] int statusOf(SiteError error);

} // namespace Porchlight
