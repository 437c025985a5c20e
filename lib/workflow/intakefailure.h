// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/exchangeerror.h"
#include "media/mediaerror.h"
#include "store/storeerror.h"
#include "vault/vaulterror.h"

#include <QFuture>

#include <variant>

namespace Porchlight {

enum class IntakeError {
    ReasonMissing, ///< A clip is declined, and a covered picture shown, only for a stated reason.
    NotAClipHere,
};

using IntakeFailure = std::variant<Failure<IntakeError>, Failure<ExchangeError>, Failure<MediaError>,
                                   Failure<StoreError>, Failure<VaultError>>;

template <typename T>
using IntakeFuture = QFuture<Result<T, IntakeFailure>>;

} // namespace Porchlight
