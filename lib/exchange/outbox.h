// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/utctime.h"
#include "exchange/exchangeerror.h"

#include <chrono>
#include <optional>

namespace Porchlight {

/// What is known of one thing that must reach the exchange.
struct OutboxEntry
{
    int attempts = 0; ///< Failed ones.
    UtcTime lastAttempt;
    ExchangeError lastError = ExchangeError::Unreachable;
};

struct OutboxPlan
{
    enum class Step {
        TryNow,
        Wait,   ///< Until `nextAttempt`.
        GiveUp, ///< Trying again cannot help; a person must decide.
    };

    Step step = Step::TryNow;
    std::optional<UtcTime> nextAttempt;

    bool operator==(const OutboxPlan &) const = default;
};

/// Decides when something that could not be sent is tried again: 1 s, 2 s, 4 s ... up to five minutes for as long as
/// the failure may pass; never for a refusal. Pure.
[[nodiscard]] OutboxPlan planRetry(const OutboxEntry &entry, UtcTime now);

} // namespace Porchlight
