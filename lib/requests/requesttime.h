// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/utctime.h"

#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

/// Times of a request as people read and type them.
namespace Porchlight {

/// The zone of that name; UTC for an empty or unknown one.
[[nodiscard]] QTimeZone zoneOf(const QString &name);

/// "Sunday 22 November, 8:00 – 10:30 pm EST", or with the second day where it is another.
[[nodiscard]] QString hoursForResidents(const TimeSpan &window, const QTimeZone &zone);
/// "6 December"
[[nodiscard]] QString dayForResidents(UtcTime time, const QTimeZone &zone);

/// "22 Nov, 20:00"; with the year where it is not that of `now`.
[[nodiscard]] QString shortTime(UtcTime time, const QTimeZone &zone, UtcTime now);
/// "6 Dec 2026"
[[nodiscard]] QString shortDay(UtcTime time, const QTimeZone &zone);
/// "2 h 30 min"
[[nodiscard]] QString lengthText(std::chrono::microseconds length);

/// Reads "22 Nov, 20:00", "22 Nov 2026 20:00", "Nov 22 8:30 pm", "11/22/2026 20:00", "2026-11-22 20:00",
/// "2026-11-22T20:00", the same with a zone of its own ("...Z", "...-05:00"), "20:00", "yesterday 8 pm". A day without
/// a year is the latest one that is not after `now`; a time without a day is that of `nearDay` (today where that is
/// not given).
[[nodiscard]] std::optional<UtcTime> readTime(const QString &text, const QTimeZone &zone, UtcTime now,
                                              std::optional<UtcTime> nearDay = {});
/// Reads a day as above, without or with a time, but a day without a year is the next one that is not before `now`;
/// without a time it is its last second.
[[nodiscard]] std::optional<UtcTime> readEnd(const QString &text, const QTimeZone &zone, UtcTime now);

} // namespace Porchlight
