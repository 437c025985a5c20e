// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/planeshape.h"

namespace Porchlight {

std::vector<PlaneShape> shapesOf(PixelLayout layout, QSize size)
{
    const int width = size.width();
    const int height = size.height();
    const int halfWidth = (width + 1) / 2;
    const int halfHeight = (height + 1) / 2;
    switch (layout) {
    case PixelLayout::Gray:
        return {{width, height}};
    case PixelLayout::Yuv420:
        return {{width, height}, {halfWidth, halfHeight}, {halfWidth, halfHeight}};
    case PixelLayout::Yuv422:
        return {{width, height}, {halfWidth, height}, {halfWidth, height}};
    case PixelLayout::Yuv444:
        return {{width, height}, {width, height}, {width, height}};
    case PixelLayout::Nv12:
        return {{width, height}, {halfWidth, halfHeight, 2}};
    case PixelLayout::Bgra:
        return {{width, height, 4}};
    }
    return {};
}

} // namespace Porchlight
