// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QRectF>
#include <QtTypes>

namespace Porchlight {

/// One square of the Web Mercator pyramid; x grows to the east, y to the south.
struct TileId
{
    static constexpr int MaximumZoom = 26;

    int zoom = 0;
    qint32 x = 0;
    qint32 y = 0;

    bool operator==(const TileId &) const = default;
    friend size_t qHash(const TileId &id, size_t seed = 0) noexcept { return qHashMulti(seed, id.zoom, id.x, id.y); }

    [[nodiscard]] constexpr bool isValid() const
    {
        return zoom >= 0 && zoom <= MaximumZoom && x >= 0 && y >= 0 && x < (1 << zoom) && y < (1 << zoom);
    }
    /// The tile of a lower zoom that this one lies in.
    [[nodiscard]] constexpr TileId ancestor(int atZoom) const
    {
        const int steps = zoom - atZoom;
        return {.zoom = atZoom, .x = x >> steps, .y = y >> steps};
    }
    /// Where it lies in the unit square.
    [[nodiscard]] QRectF world() const
    {
        const double side = 1.0 / static_cast<double>(1 << zoom);
        return {x * side, y * side, side, side};
    }
};

/// The number of a tile along the Hilbert curve, as PMTiles version 3 counts: all tiles of lower zooms come first.
[[nodiscard]] constexpr quint64 toPmtilesNumber(TileId id)
{
    quint64 number = ((quint64(1) << (2 * id.zoom)) - 1) / 3;
    quint64 x = quint64(id.x);
    quint64 y = quint64(id.y);
    for (quint64 side = (quint64(1) << id.zoom) >> 1; side > 0; side >>= 1) {
        const quint64 right = (x & side) != 0 ? 1 : 0;
        const quint64 lower = (y & side) != 0 ? 1 : 0;
        number += side * side * ((3 * right) ^ lower);
        if (lower == 0) {
            if (right == 1) {
                x = side - 1 - (x & (side - 1));
                y = side - 1 - (y & (side - 1));
            }
            const quint64 swapped = x;
            x = y;
            y = swapped;
        }
    }
    return number;
}

} // namespace Porchlight
