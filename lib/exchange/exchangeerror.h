// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

namespace Porchlight {

/// Why an exchange did not do what it was asked, or why its answer was not taken.
enum class ExchangeError {
    Unreachable,  ///< No connection, or it broke; trying again may help.
    TimedOut,     ///< Likewise.
    Unauthorized, ///< The exchange does not know our token.
    Refused,      ///< A rule of the exchange is not kept; the detail names it.
    Conflict,     ///< The record exists already and differs.
    NotFound,
    Busy,             ///< The exchange has no room or is overloaded; the detail says which.
    MalformedAnswer,  ///< The answer is not what the contract says.
    AnswerTooLarge,   ///< The answer is longer than any honest one.
    SinkFailed,       ///< The bytes arrived but could not be kept here.
    SignatureInvalid, ///< A receipt is not signed by the exchange's key, or its fields differ from what was signed.
    CouldNotStart,    ///< The exchange program of this computer did not start.
};

template <typename T>
using ExchangeResult = Result<T, Failure<ExchangeError>>;

} // namespace Porchlight
