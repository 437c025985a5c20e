// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

/// The machine-readable frame number of a demo clip: a row of blocks along the lower edge of the picture, drawn by
/// the clip maker and read back by tests. Two guard blocks (white, black), sixteen bits of the frame number (most
/// significant first, white is one), and two parity blocks (of the even and of the odd bits). Blocks are a fortieth
/// of the picture wide and a thirtieth high, so they survive compression, scaling and a screenshot.
namespace Porchlight::FramePattern {

constexpr int NumberBits = 16;
constexpr int Blocks = 2 + NumberBits + 2;
constexpr int BlocksAcross = 40;
constexpr int BlocksDown = 30;
constexpr int FirstColumn = 1;
constexpr int Row = BlocksDown - 2;

using Pattern = std::array<bool, Blocks>;

constexpr Pattern patternOf(std::uint16_t number)
{
    Pattern pattern{};
    pattern[0] = true;
    bool even = false;
    bool odd = false;
    for (int bit = 0; bit < NumberBits; ++bit) {
        const bool isSet = ((number >> (NumberBits - 1 - bit)) & 1U) != 0;
        pattern[static_cast<std::size_t>(2 + bit)] = isSet;
        bool &parity = bit % 2 == 0 ? even : odd;
        parity = parity != isSet;
    }
    pattern[2 + NumberBits] = even;
    pattern[3 + NumberBits] = odd;
    return pattern;
}

} // namespace Porchlight::FramePattern
