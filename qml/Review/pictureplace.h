// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/mediasummary.h"

#include <QPoint>
#include <QPointF>
#include <QRectF>
#include <QSize>

namespace Porchlight {

/// How large a picture is shown.
struct PicturePlace
{
    QRectF target;        ///< In the view's own units.
    double scale = 1;     ///< Pixels of the screen for one stored line.
    bool isExact = false; ///< One stored pixel is one pixel of the screen.
    QPointF panLimit;     ///< How far the picture can be moved to each side.

    bool operator==(const PicturePlace &) const = default;
};

/// What a view has to place.
struct PictureShape
{
    QSize stored;
    PixelAspect aspect;
    Orientation orientation;

    bool operator==(const PictureShape &) const = default;
};

/// Centred and as large as the view allows, in the shape the camera meant.
[[nodiscard]] PicturePlace fitted(const PictureShape &shape, QSizeF view, double devicePixelRatio);

/// One stored pixel on one pixel of the screen, moved by `pan` from the middle as far as there is something to see.
/// The aspect of the pixels is left aside: it could only be met by making pixels up.
[[nodiscard]] PicturePlace truePixels(const PictureShape &shape, QSizeF view, double devicePixelRatio, QPointF pan);

/// Each stored pixel as a square of `magnification` pixels of the screen, the one at `centre` in the middle of the
/// view. `centre` is a place in the picture as it is seen, 0 to 1 across and down.
[[nodiscard]] PicturePlace magnified(const PictureShape &shape, QSizeF view, double devicePixelRatio, int magnification,
                                     QPointF centre);

/// The stored pixel at a place in the picture as it is seen.
[[nodiscard]] QPoint storedPixelAt(const PictureShape &shape, QPointF seen);

/// Pixels across and down the picture as it is seen.
[[nodiscard]] QSize seenPixels(const PictureShape &shape);

} // namespace Porchlight
