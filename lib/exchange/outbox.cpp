// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/outbox.h"

#include <algorithm>

namespace Porchlight {

namespace {

constexpr std::chrono::seconds FirstPause{1};
constexpr std::chrono::seconds LongestPause{300};
constexpr int LastDoubling = 9;

bool mayPass(ExchangeError error)
{
    switch (error) {
    case ExchangeError::Unreachable:
    case ExchangeError::TimedOut:
    case ExchangeError::Busy:
    case ExchangeError::MalformedAnswer:
    case ExchangeError::CouldNotStart:
        return true;
    case ExchangeError::Unauthorized:
    case ExchangeError::Refused:
    case ExchangeError::Conflict:
    case ExchangeError::NotFound:
    case ExchangeError::AnswerTooLarge:
    case ExchangeError::SinkFailed:
    case ExchangeError::SignatureInvalid:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace

OutboxPlan planRetry(const OutboxEntry &entry, UtcTime now)
{
    if (entry.attempts == 0) {
        return {.step = OutboxPlan::Step::TryNow, .nextAttempt = {}};
    }
    if (!mayPass(entry.lastError)) {
        return {.step = OutboxPlan::Step::GiveUp, .nextAttempt = {}};
    }
    const int doublings = std::min(entry.attempts - 1, LastDoubling);
    const std::chrono::seconds pause = std::min(FirstPause * (1 << doublings), LongestPause);
    const UtcTime next = entry.lastAttempt + pause;
    if (next <= now) {
        return {.step = OutboxPlan::Step::TryNow, .nextAttempt = {}};
    }
    return {.step = OutboxPlan::Step::Wait, .nextAttempt = next};
}

} // namespace Porchlight
