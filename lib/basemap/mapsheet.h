// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/labelpainter.h"

#include <QImage>
#include <QSize>

namespace Porchlight {

/// A map as one picture, for a file or for paper.
struct MapSheet
{
    GeoPoint centre;
    double zoom = 14;   ///< In zooms of 256 px tiles, as the map counts.
    double bearing = 0; ///< Degrees; the direction that points up.
    QSize size{1280, 800};
    double pixelRatio = 1;
    MapTheme theme = MapTheme::Day;
    QString fontFamily;
};

/// Streets and labels as the window shows them, with scale bar, north and whose data it is. Needs a QGuiApplication.
[[nodiscard]] QImage paintSheet(const MapSheet &sheet, MapPacks &packs);

} // namespace Porchlight
