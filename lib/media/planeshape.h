// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"

#include <QSize>

#include <vector>

namespace Porchlight {

struct PlaneShape
{
    int width = 0; ///< As DecodedFrame::Plane counts it.
    int height = 0;
    int bytesPerSample = 1;

    [[nodiscard]] qsizetype lineBytes() const { return qsizetype{width} * bytesPerSample; }
    [[nodiscard]] qsizetype bytes() const { return lineBytes() * height; }
};

/// What the planes of a picture must measure: never taken from the decoder or from a file.
[[nodiscard]] std::vector<PlaneShape> shapesOf(PixelLayout layout, QSize size);

} // namespace Porchlight
