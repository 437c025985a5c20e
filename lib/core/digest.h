// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Porchlight {

/// SHA-256 (FIPS 180-4) of bytes: the identity of a file. Its text form is 64 lower-case hexadecimal digits.
/// Free of Qt, because the confined decoder uses it too.
class Digest
{
public:
    static constexpr std::size_t Size = 32;
    using Bytes = std::array<std::uint8_t, Size>;

    constexpr Digest() = default;
    constexpr explicit Digest(const Bytes &bytes)
        : m_bytes(bytes)
    {}

    /// Upper-case digits are accepted; anything but 64 digits is not.
    [[nodiscard]] static std::optional<Digest> fromHex(std::string_view hex);

    [[nodiscard]] std::string toHex() const;
    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    [[nodiscard]] bool isNull() const { return *this == Digest(); }

    auto operator<=>(const Digest &) const = default;

private:
    Bytes m_bytes{};
};

} // namespace Porchlight
