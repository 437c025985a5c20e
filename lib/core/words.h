// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace Porchlight {

/// A member of an enum and how it is written in files, tables and answers; never shown in a window.
template <typename Enum>
struct Word
{
    Enum value;
    QLatin1StringView word;
};

/// The table holds every member.
template <typename Enum, std::size_t Count>
[[nodiscard]] QString wordIn(const std::array<Word<Enum>, Count> &words, Enum value)
{
    const auto found = std::ranges::find(words, value, &Word<Enum>::value);
    Q_ASSERT(found != words.end());
    return found->word;
}

template <typename Enum, std::size_t Count>
[[nodiscard]] std::optional<Enum> valueIn(const std::array<Word<Enum>, Count> &words, QStringView word)
{
    const auto found = std::ranges::find_if(words, [word](const Word<Enum> &entry) { return entry.word == word; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

} // namespace Porchlight
