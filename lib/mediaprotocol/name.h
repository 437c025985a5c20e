// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace Porchlight::Wire {

/// A short technical name (a codec, a pixel format) that cannot hold anything else: lower-case ASCII letters, digits
/// and "_,.-", at most `Capacity` of them.
template <std::size_t Capacity>
class Name
{
public:
    constexpr Name() = default;

    /// Cut at the first character that is not allowed and at the capacity.
    constexpr explicit Name(std::string_view text)
    {
        for (std::size_t i = 0; i < std::min(Capacity, text.size()) && isAllowed(text[i]); ++i) {
            m_characters[i] = text[i];
        }
    }

    [[nodiscard]] static constexpr bool isAllowed(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ',' || c == '.' || c == '-';
    }

    /// True where allowed characters come first and only zero bytes after them.
    [[nodiscard]] constexpr bool isValid() const
    {
        const auto end = std::ranges::find_if_not(m_characters, isAllowed);
        return std::all_of(end, m_characters.end(), [](char c) { return c == '\0'; });
    }

    [[nodiscard]] constexpr std::string_view view() const
    {
        const auto end = std::ranges::find(m_characters, '\0');
        return {m_characters.begin(), end};
    }

    [[nodiscard]] constexpr std::array<char, Capacity> &characters() { return m_characters; }
    [[nodiscard]] constexpr const std::array<char, Capacity> &characters() const { return m_characters; }

    bool operator==(const Name &) const = default;

private:
    std::array<char, Capacity> m_characters{};
};

} // namespace Porchlight::Wire
