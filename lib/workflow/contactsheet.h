// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/stillrecord.h"

#include <QImage>
#include <QSize>
#include <QString>

#include <vector>

namespace Porchlight {

/// What stands under one picture of a contact sheet, beside what its frame says of itself.
struct SheetTile
{
    StillCircumstances all;
    QImage picture; ///< Turned as it is seen, in the size of a tile.
    QString words;  ///< A marker's number and note; may be empty.
};

/// Where everything lies on the page, in its pixels.
struct SheetLayout
{
    int columns = 1;
    QSize tile; ///< Of a picture.
    QSize page;

    bool operator==(const SheetLayout &) const = default;
};

/// For so many pictures of this shape (`seen`: pixels, turned as they are seen, and stretched as the camera meant).
[[nodiscard]] SheetLayout planSheet(std::size_t tiles, QSize seen);

/// The size that a frame has on the screen: its stored pixels in the shape the camera meant, turned.
[[nodiscard]] QSize seenSize(const FrameFacts &facts, const Orientation &orientation);

/// White paper, to be printed: a head with case, clip, its digest and the settings; each picture with frame number,
/// clip time and wall time. At least one tile.
[[nodiscard]] QImage drawSheet(const SheetLayout &layout, const SheetCircumstances &circumstances,
                               const std::vector<SheetTile> &tiles);

} // namespace Porchlight
