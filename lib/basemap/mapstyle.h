// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "basemap/vectortile.h"

#include <QColor>

#include <span>

namespace Porchlight {

/// `Print` is for paper: white land, grey streets, and it stays readable in black and white.
enum class MapTheme { Day, Night, Print };

/// The colours of the map. By day and by night they go with the program's theme.
struct MapPalette
{
    QColor land;
    QColor builtUp;
    QColor green;
    QColor water;
    QColor building;
    QColor road;
    QColor roadCasing;
    QColor mainRoad;
    QColor mainRoadCasing;
    QColor label;
    QColor labelHalo;
    QColor railway;
    QColor border;
};

[[nodiscard]] const MapPalette &mapPalette(MapTheme theme);

/// How wide something is at a zoom; between two of them widths grow evenly in proportion.
struct WidthAtZoom
{
    double zoom;
    double pixels;
};

/// One line of the style: what is filled or stroked, in which colour, from which zoom on. Rules are painted in order.
struct MapRule
{
    enum class Act { Fill, Stroke, Dash };

    TileLayer layer;
    TileClass kind; ///< `Other` stands for every class of the layer.
    Act act;
    QColor MapPalette::*colour;
    double fromZoom = 0; ///< In zooms of 256 px tiles, as the map counts.
    std::span<const WidthAtZoom> width = {};
    double casing = 0; ///< Pixels added on both sides: the rule paints a casing under a road.
    double dash = 0;
};

[[nodiscard]] std::span<const MapRule> mapRules();
[[nodiscard]] double widthAt(std::span<const WidthAtZoom> widths, double zoom);

} // namespace Porchlight
