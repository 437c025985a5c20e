// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/clockset.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::array Words{std::pair(ClockSource::Entry, "entry"_L1), std::pair(ClockSource::TwoPoints, "twoPoints"_L1),
                           std::pair(ClockSource::Match, "match"_L1), std::pair(ClockSource::Hand, "hand"_L1)};

QJsonObject toJson(const ClipClock &clock)
{
    return {{u"statedStart"_s, clock.statedStart ? clock.statedStart->toString() : QString()},
            {u"offsetMicroseconds"_s, clock.offsetMicroseconds},
            {u"uncertaintyMicroseconds"_s, clock.uncertaintyMicroseconds},
            {u"driftPpb"_s, clock.driftPpb},
            {u"isChecked"_s, clock.isChecked}};
}

std::optional<ClipClock> clipClockFromJson(const QJsonObject &json)
{
    const QJsonValue start = json["statedStart"_L1];
    const bool isWhole = start.isString() && json["offsetMicroseconds"_L1].isDouble() &&
                         json["uncertaintyMicroseconds"_L1].isDouble() && json["driftPpb"_L1].isDouble() &&
                         json["isChecked"_L1].isBool();
    const std::optional<UtcTime> statedStart = UtcTime::fromString(start.toString());
    if (!isWhole || (!statedStart && !start.toString().isEmpty())) {
        return std::nullopt;
    }
    return ClipClock{.statedStart = statedStart,
                     .offsetMicroseconds = json["offsetMicroseconds"_L1].toInteger(),
                     .uncertaintyMicroseconds = json["uncertaintyMicroseconds"_L1].toInteger(),
                     .driftPpb = json["driftPpb"_L1].toInteger(),
                     .isChecked = json["isChecked"_L1].toBool()};
}

} // namespace

QString toWord(ClockSource source)
{
    const auto *const found = std::ranges::find(Words, source, &decltype(Words)::value_type::first);
    return found == Words.end() ? QString() : QString(found->second);
}

std::optional<ClockSource> clockSourceFromWord(QStringView word)
{
    const auto *const found = std::ranges::find_if(Words, [word](const auto &pair) { return pair.second == word; });
    return found == Words.end() ? std::nullopt : std::optional(found->first);
}

QJsonObject toJson(const ClockSet &set)
{
    return {{u"by"_s, toWord(set.by)}, {u"clock"_s, toJson(set.clock)}, {u"before"_s, toJson(set.before)}};
}

std::optional<ClockSet> clockSetFromJson(const QJsonObject &details)
{
    const std::optional<ClockSource> by = clockSourceFromWord(details["by"_L1].toString());
    const std::optional<ClipClock> clock = clipClockFromJson(details["clock"_L1].toObject());
    const std::optional<ClipClock> before = clipClockFromJson(details["before"_L1].toObject());
    return by && clock && before ? std::optional(ClockSet{*by, *clock, *before}) : std::nullopt;
}

} // namespace Porchlight
