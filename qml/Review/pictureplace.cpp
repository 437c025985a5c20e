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

/// The pixel of `count` that a share of the way from 0 to 1 lies in.
int pixelAt(double share, int count)
{
    return std::clamp(static_cast<int>(std::floor(share * count)), 0, std::max(0, count - 1));
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

PicturePlace magnified(const PictureShape &shape, QSizeF view, double devicePixelRatio, int magnification,
                       QPointF centre)
{
    if (shape.stored.isEmpty() || view.isEmpty()) {
        return {};
    }
    const QSize pixels = seenPixels(shape);
    const double side = magnification / devicePixelRatio;
    const double x = view.width() / 2 - (pixelAt(centre.x(), pixels.width()) + 0.5) * side;
    const double y = view.height() / 2 - (pixelAt(centre.y(), pixels.height()) + 0.5) * side;
    const QPointF corner(toDevicePixel(x, devicePixelRatio), toDevicePixel(y, devicePixelRatio));
    return {.target = QRectF(corner, QSizeF(pixels) * side),
            .scale = static_cast<double>(magnification),
            .isExact = true,
            .panLimit = {}};
}

QPoint storedPixelAt(const PictureShape &shape, QPointF seen)
{
    QPointF place = seen;
    switch (shape.orientation.quarterTurns) {
    case 1:
        place = QPointF(seen.y(), 1 - seen.x());
        break;
    case 2:
        place = QPointF(1 - seen.x(), 1 - seen.y());
        break;
    case 3:
        place = QPointF(1 - seen.y(), seen.x());
        break;
    default:
        break;
    }
    if (shape.orientation.isMirrored) {
        place.setX(1 - place.x());
    }
    return {pixelAt(place.x(), shape.stored.width()), pixelAt(place.y(), shape.stored.height())};
}

QSize seenPixels(const PictureShape &shape)
{
    return shape.orientation.quarterTurns % 2 == 0 ? shape.stored : shape.stored.transposed();
}

} // namespace Porchlight
