// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sharedclip.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Porchlight {

/// How an officer found out what to add to the clock of a camera.
enum class ClockSource {
    Entry,     ///< A number, or one known time.
    TwoPoints, ///< Two known times: offset and drift.
    Match,     ///< An event that another camera shows too.
    Hand,      ///< Moved beside the other cameras.
};

/// What the custody log keeps of a clock that was set.
struct ClockSet
{
    ClockSource by = ClockSource::Entry;
    ClipClock clock;
    ClipClock before;

    bool operator==(const ClockSet &) const = default;
};

/// The stable word for logs and packages.
[[nodiscard]] QString toWord(ClockSource source);
[[nodiscard]] std::optional<ClockSource> clockSourceFromWord(QStringView word);

/// The details of a log entry, in the JSON form of domain/json.h; none where a member is missing or wrong.
[[nodiscard]] QJsonObject toJson(const ClockSet &set);
[[nodiscard]] std::optional<ClockSet> clockSetFromJson(const QJsonObject &details);

} // namespace Porchlight
