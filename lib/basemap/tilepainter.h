// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/mapstyle.h"
#include "basemap/tileid.h"

#include <QImage>

#include <memory>
#include <vector>

namespace Porchlight {

/// What one pack has for a tile: a decoded tile of its own, which is the tile itself or one that holds it.
struct TilePart
{
    // Shared: the cache may let go of a tile while it is being painted.
    std::shared_ptr<const VectorTile> tile; ///< Null where the pack has nothing there.
    TileId source;
    QRectF bounds;        ///< Of the pack, in the unit square.
    bool isWorld = false; ///< The pack draws land on water; others draw on land.
};

struct TilePicture
{
    static constexpr int Side = 512; ///< In pixels that do not depend on the screen's scale.

    TileId tile;
    MapTheme theme = MapTheme::Day;
    double pixelRatio = 1;
};

/// Paints a tile from the parts of several packs: streets cover the world below them, and packs of streets that
/// overlap are painted as if they were one.
/// Safe in any thread. Text is not painted here: it has to stay upright and must not end at the edge of a tile.
[[nodiscard]] QImage paintTile(const TilePicture &picture, const std::vector<TilePart> &parts);

} // namespace Porchlight
