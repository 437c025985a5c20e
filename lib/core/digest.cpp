// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digest.h"

namespace Porchlight {

namespace {

constexpr std::string_view HexDigits = "0123456789abcdef";

std::optional<unsigned> hexValue(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return static_cast<unsigned>(digit - '0');
    }
    if (digit >= 'a' && digit <= 'f') {
        return static_cast<unsigned>(digit - 'a') + 10;
    }
    if (digit >= 'A' && digit <= 'F') {
        return static_cast<unsigned>(digit - 'A') + 10;
    }
    return std::nullopt;
}

} // namespace

std::optional<Digest> Digest::fromHex(std::string_view hex)
{
    if (hex.size() != Size * 2) {
        return std::nullopt;
    }
    Bytes bytes{};
    for (std::size_t i = 0; i < Size; ++i) {
        const auto high = hexValue(hex[2 * i]);
        const auto low = hexValue(hex[2 * i + 1]);
        if (!high || !low) {
            return std::nullopt;
        }
        bytes[i] = static_cast<std::uint8_t>(*high << 4U | *low);
    }
    return Digest(bytes);
}

std::string Digest::toHex() const
{
    std::string hex;
    hex.reserve(Size * 2);
    for (const std::uint8_t byte : m_bytes) {
        hex += HexDigits[byte >> 4U];
        hex += HexDigits[byte & 15U];
    }
    return hex;
}

} // namespace Porchlight
