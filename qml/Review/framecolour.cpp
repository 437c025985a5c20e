// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framecolour.h"

namespace Porchlight {

namespace {

/// Shares of red and blue in luma (H.273, table 4).
struct LumaShares
{
    float red;
    float blue;
};

LumaShares lumaShares(ColourMatrix matrix)
{
    switch (matrix) {
    case ColourMatrix::Bt709:
    case ColourMatrix::Unspecified:
    case ColourMatrix::Rgb:
        return {.red = 0.2126F, .blue = 0.0722F};
    case ColourMatrix::Bt601:
        return {.red = 0.299F, .blue = 0.114F};
    case ColourMatrix::Bt2020:
        return {.red = 0.2627F, .blue = 0.0593F};
    case ColourMatrix::Smpte240:
        return {.red = 0.212F, .blue = 0.087F};
    case ColourMatrix::Fcc:
        return {.red = 0.30F, .blue = 0.11F};
    }
    Q_UNREACHABLE_RETURN(LumaShares{});
}

} // namespace

QMatrix4x4 toRgbMatrix(const Colour &colour)
{
    const bool isLimited = colour.range == ColourRange::Limited;
    const float lumaScale = isLimited ? 255.0F / 219.0F : 1.0F;
    const float lumaZero = isLimited ? 16.0F / 255.0F : 0.0F;
    const float chromaScale = isLimited ? 255.0F / 224.0F : 1.0F;
    constexpr float ChromaZero = 128.0F / 255.0F;

    const LumaShares shares = lumaShares(colour.matrix);
    const float green = 1 - shares.red - shares.blue;
    const float redByCr = 2 * (1 - shares.red) * chromaScale;
    const float blueByCb = 2 * (1 - shares.blue) * chromaScale;
    const float greenByCb = -2 * (1 - shares.blue) * shares.blue / green * chromaScale;
    const float greenByCr = -2 * (1 - shares.red) * shares.red / green * chromaScale;
    const float zero = -lumaScale * lumaZero;
    return QMatrix4x4(lumaScale, 0, redByCr, zero - redByCr * ChromaZero,                           //
                      lumaScale, greenByCb, greenByCr, zero - (greenByCb + greenByCr) * ChromaZero, //
                      lumaScale, blueByCb, 0, zero - blueByCb * ChromaZero,                         //
                      0, 0, 0, 1);
}

} // namespace Porchlight
