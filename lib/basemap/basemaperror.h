// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

namespace Porchlight {

/// Why a map pack, or one tile of it, cannot be used.
enum class BasemapError {
    CannotOpen,
    Truncated,
    NotAMapPack,
    UnsupportedVersion,
    UnsupportedTiles, ///< Tiles that are no gzip-packed or plain Mapbox vector tiles.
    BadHeader,
    BadDirectory,
    BadTile,
    TooLarge,
};

template <typename T>
using BasemapResult = Result<T, Failure<BasemapError>>;

} // namespace Porchlight
