// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictureplace.h"

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace {

QSizeF turnedSize(QSizeF size, const Orientation &orientation)
{
    return orientation.quarterTurns % 2 == 0 ? size : size.transposed();
}

double toDevicePixel(double position, double devicePixelRatio)
{
    return std::round(position * devicePixelRatio) / devicePixelRatio;
}

} // namespace

PicturePlace fitted(const PictureShape &shape, QSizeF view, double devicePixelRatio)
{
    if (shape.stored.isEmpty() || view.isEmpty()) {
        return {};
    }
    const double aspect = static_cast<double>(shape.aspect.horizontal) / shape.aspect.vertical;
    const QSizeF wanted = turnedSize(QSizeF(shape.stored.width() * aspect, shape.stored.height()), shape.orientation);
    const double factor = std::min(view.width() / wanted.width(), view.height() / wanted.height());
    const QSizeF size = wanted * factor;
    const QPointF corner((view.width() - size.width()) / 2, (view.height() - size.height()) / 2);
    return {.target = QRectF(corner, size),
            .scale = factor * devicePixelRatio,
            .isExact = shape.aspect == PixelAspect{} && qFuzzyCompare(factor * devicePixelRatio, 1.0)};
}

PicturePlace truePixels(const PictureShape &shape, QSizeF view, double devicePixelRatio, QPointF pan)
{
    if (shape.stored.isEmpty() || view.isEmpty()) {
        return {};
    }
    const QSizeF size = turnedSize(QSizeF(shape.stored), shape.orientation) / devicePixelRatio;
    const QPointF limit(std::max(0.0, (size.width() - view.width()) / 2),
                        std::max(0.0, (size.height() - view.height()) / 2));
    const double x = (view.width() - size.width()) / 2 + std::clamp(pan.x(), -limit.x(), limit.x());
    const double y = (view.height() - size.height()) / 2 + std::clamp(pan.y(), -limit.y(), limit.y());
    const QPointF corner(toDevicePixel(x, devicePixelRatio), toDevicePixel(y, devicePixelRatio));
    return {.target = QRectF(corner, size), .scale = 1, .isExact = true, .panLimit = limit};
}

} // namespace Porchlight
