// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/framenumber.h"

#include "democlips/framepattern.h"

#include <algorithm>
#include <cstdint>

namespace Porchlight {

namespace {

/// Mean brightness of the middle half of a block, 0 to 255.
int brightnessOfBlock(const QImage &picture, int column)
{
    const double width = static_cast<double>(picture.width()) / FramePattern::BlocksAcross;
    const double height = static_cast<double>(picture.height()) / FramePattern::BlocksDown;
    const int left = static_cast<int>((column + 0.25) * width);
    const int right = std::max(left + 1, static_cast<int>((column + 0.75) * width));
    const int top = static_cast<int>((FramePattern::Row + 0.25) * height);
    const int bottom = std::max(top + 1, static_cast<int>((FramePattern::Row + 0.75) * height));
    int sum = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            sum += qGray(picture.pixel(x, y));
        }
    }
    return sum / ((right - left) * (bottom - top));
}

} // namespace

std::optional<int> readFrameNumber(const QImage &picture)
{
    if (picture.width() < FramePattern::BlocksAcross * 2 || picture.height() < FramePattern::BlocksDown * 2) {
        return std::nullopt;
    }
    const int white = brightnessOfBlock(picture, FramePattern::FirstColumn);
    const int black = brightnessOfBlock(picture, FramePattern::FirstColumn + 1);
    if (white - black < 100) {
        return std::nullopt;
    }
    unsigned number = 0;
    FramePattern::Pattern seen{};
    for (int block = 0; block < FramePattern::Blocks; ++block) {
        const bool isWhite = brightnessOfBlock(picture, FramePattern::FirstColumn + block) > (white + black) / 2;
        seen[static_cast<std::size_t>(block)] = isWhite;
        if (block >= 2 && block < 2 + FramePattern::NumberBits) {
            number = number << 1U | (isWhite ? 1U : 0U);
        }
    }
    if (seen != FramePattern::patternOf(static_cast<std::uint16_t>(number))) {
        return std::nullopt;
    }
    return static_cast<int>(number);
}

} // namespace Porchlight
