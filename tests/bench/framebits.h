// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>

/// The number of a frame stands in its upper left corner: eleven squares, black or white, the lowest bit first.
namespace Porchlight::Testing {

inline constexpr int BitCount = 11;
inline constexpr int BitSize = 32;

/// From the plane of brightness, 8 bits a sample.
inline int frameNumberIn(const std::uint8_t *luma, std::size_t stride)
{
    int number = 0;
    for (int bit = 0; bit < BitCount; ++bit) {
        const auto x = static_cast<std::size_t>(bit * BitSize + BitSize / 2);
        const bool isWhite = luma[stride * BitSize / 2 + x] > 128;
        number |= isWhite ? 1 << bit : 0;
    }
    return number;
}

inline void say(int asked, int delivered, double milliseconds)
{
    std::printf("{\"asked\": %d, \"delivered\": %d, \"milliseconds\": %.3f}\n", asked, delivered, milliseconds);
}

} // namespace Porchlight::Testing
