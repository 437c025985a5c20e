// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/frameimage.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace {

/// Weights in 1/65536 that turn samples of 8 bits into RGB (ITU-T H.273, 8.3, non-constant luminance).
struct Weights
{
    int luma = 0;
    int lumaZero = 0;
    int redByCr = 0;
    int greenByCb = 0;
    int greenByCr = 0;
    int blueByCb = 0;
};

struct LumaShares
{
    double red;
    double blue;
};

LumaShares lumaShares(ColourMatrix matrix)
{
    switch (matrix) {
    case ColourMatrix::Bt709:
    case ColourMatrix::Unspecified:
    case ColourMatrix::Rgb:
        return {.red = 0.2126, .blue = 0.0722};
    case ColourMatrix::Bt601:
        return {.red = 0.299, .blue = 0.114};
    case ColourMatrix::Bt2020:
        return {.red = 0.2627, .blue = 0.0593};
    case ColourMatrix::Smpte240:
        return {.red = 0.212, .blue = 0.087};
    case ColourMatrix::Fcc:
        return {.red = 0.30, .blue = 0.11};
    }
    Q_UNREACHABLE_RETURN(LumaShares{});
}

Weights weightsOf(const Colour &colour)
{
    const bool isLimited = colour.range == ColourRange::Limited;
    const LumaShares shares = lumaShares(colour.matrix);
    const double green = 1 - shares.red - shares.blue;
    const double chroma = isLimited ? 255.0 / 224 : 1;
    const auto fixed = [](double weight) {
        return static_cast<int>(std::lround(weight * 65536));
    };
    return {.luma = fixed(isLimited ? 255.0 / 219 : 1),
            .lumaZero = isLimited ? 16 : 0,
            .redByCr = fixed(2 * (1 - shares.red) * chroma),
            .greenByCb = fixed(-2 * (1 - shares.blue) * shares.blue / green * chroma),
            .greenByCr = fixed(-2 * (1 - shares.red) * shares.red / green * chroma),
            .blueByCb = fixed(2 * (1 - shares.blue) * chroma)};
}

QRgb toRgb(const Weights &weights, int y, int cb, int cr)
{
    const int luma = weights.luma * (y - weights.lumaZero) + 32768;
    const auto clipped = [](int value) {
        return std::clamp(value >> 16, 0, 255);
    };
    return qRgb(clipped(luma + weights.redByCr * (cr - 128)),
                clipped(luma + weights.greenByCb * (cb - 128) + weights.greenByCr * (cr - 128)),
                clipped(luma + weights.blueByCb * (cb - 128)));
}

const uchar *lineOf(const DecodedFrame::Plane &plane, int y)
{
    return reinterpret_cast<const uchar *>(plane.bytes.constData()) + static_cast<qsizetype>(plane.stride) * y;
}

void drawLine(const DecodedFrame &frame, const Weights &weights, int y, QRgb *target)
{
    const uchar *const luma = lineOf(frame.plane(0), y);
    const int width = frame.pixels().width();
    if (frame.layout() == PixelLayout::Gray) {
        for (int x = 0; x < width; ++x) {
            target[x] = toRgb(weights, luma[x], 128, 128);
        }
        return;
    }
    const int down = frame.layout() == PixelLayout::Yuv420 || frame.layout() == PixelLayout::Nv12 ? 1 : 0;
    const int across = frame.layout() == PixelLayout::Yuv444 ? 0 : 1;
    const bool isInterleaved = frame.layout() == PixelLayout::Nv12;
    const uchar *const cb = lineOf(frame.plane(1), y >> down);
    const uchar *const cr = isInterleaved ? cb + 1 : lineOf(frame.plane(2), y >> down);
    const int step = isInterleaved ? 2 : 1;
    for (int x = 0; x < width; ++x) {
        const int at = (x >> across) * step;
        target[x] = toRgb(weights, luma[x], cb[at], cr[at]);
    }
}

} // namespace

QImage toImage(const DecodedFrame &frame)
{
    if (frame.isNull()) {
        return {};
    }
    QImage image(frame.pixels(), QImage::Format_RGB32);
    const Weights weights = weightsOf(frame.viewColour());
    for (int y = 0; y < image.height(); ++y) {
        auto *const target = reinterpret_cast<QRgb *>(image.scanLine(y));
        if (frame.layout() == PixelLayout::Bgra) {
            const auto *const source = reinterpret_cast<const QRgb *>(lineOf(frame.plane(0), y));
            std::transform(source, source + image.width(), target, [](QRgb pixel) { return pixel | 0xff000000U; });
        } else {
            drawLine(frame, weights, y, target);
        }
    }
    return image;
}

QImage turned(const QImage &image, const Orientation &orientation)
{
    const QImage mirrored = orientation.isMirrored ? image.mirrored(true, false) : image;
    return mirrored.transformed(QTransform().rotate(90.0 * orientation.quarterTurns));
}

} // namespace Porchlight
