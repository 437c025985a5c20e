// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mapstyle.h"

#include <array>
#include <cmath>

namespace Porchlight {

namespace {

const MapPalette Day{.land = 0xF3F1EC,
                     .builtUp = 0xEFEBE4,
                     .green = 0xDDE9D3,
                     .water = 0xBFD7E6,
                     .building = 0xE2DCD2,
                     .road = 0xFFFFFF,
                     .roadCasing = 0xD9D3C8,
                     .mainRoad = 0xF6D9A8,
                     .mainRoadCasing = 0xD9B77A,
                     .label = 0x5A5F66,
                     .labelHalo = 0xF8F6F2,
                     .railway = 0xB9B3A8,
                     .border = 0x8B8F98};

const MapPalette Night{.land = 0x15191E,
                       .builtUp = 0x181D22,
                       .green = 0x17231C,
                       .water = 0x13222E,
                       .building = 0x1F252C,
                       .road = 0x2C343D,
                       .roadCasing = 0x12161A,
                       .mainRoad = 0x5A4424,
                       .mainRoadCasing = 0x2B2214,
                       .label = 0x9AA4AF,
                       .labelHalo = 0x12161A,
                       .railway = 0x333B44,
                       .border = 0x7A838D};

const MapPalette Print{.land = 0xFFFFFF,
                       .builtUp = 0xFAFAFA,
                       .green = 0xEDF2EA,
                       .water = 0xD3DFE8,
                       .building = 0xE4E4E4,
                       .road = 0xFFFFFF,
                       .roadCasing = 0xA8A8A8,
                       .mainRoad = 0xE8E8E8,
                       .mainRoadCasing = 0x7C7C7C,
                       .label = 0x1E1E1E,
                       .labelHalo = 0xFFFFFF,
                       .railway = 0x8C8C8C,
                       .border = 0x5A5A5A};

constexpr std::array Minor{WidthAtZoom{12, 0.7}, WidthAtZoom{13, 1.5}, WidthAtZoom{14, 3.0},
                           WidthAtZoom{15, 5.0}, WidthAtZoom{16, 8.5}, WidthAtZoom{18, 24}};
constexpr std::array Service{WidthAtZoom{14, 1}, WidthAtZoom{16, 3.5}, WidthAtZoom{18, 9}};
constexpr std::array Tertiary{WidthAtZoom{10, 0.6}, WidthAtZoom{12, 1.6}, WidthAtZoom{14, 4.6},
                              WidthAtZoom{15, 7},   WidthAtZoom{16, 11},  WidthAtZoom{18, 30}};
constexpr std::array Secondary{WidthAtZoom{9, 0.7},  WidthAtZoom{12, 2.2}, WidthAtZoom{14, 5.6},
                               WidthAtZoom{15, 8.5}, WidthAtZoom{16, 13},  WidthAtZoom{18, 34}};
constexpr std::array Primary{WidthAtZoom{7, 0.7}, WidthAtZoom{10, 1.6}, WidthAtZoom{12, 3.4}, WidthAtZoom{14, 7.5},
                             WidthAtZoom{15, 10}, WidthAtZoom{16, 15},  WidthAtZoom{18, 38}};
constexpr std::array Motorway{WidthAtZoom{5, 0.7},  WidthAtZoom{9, 1.8}, WidthAtZoom{12, 4.2},
                              WidthAtZoom{14, 8.5}, WidthAtZoom{16, 18}, WidthAtZoom{18, 44}};
constexpr std::array Path{WidthAtZoom{14, 0.8}, WidthAtZoom{18, 2.5}};
constexpr std::array Rail{WidthAtZoom{10, 0.8}, WidthAtZoom{14, 1.8}, WidthAtZoom{18, 4}};
constexpr std::array Stream{WidthAtZoom{10, 0.8}, WidthAtZoom{14, 2}, WidthAtZoom{18, 8}};
constexpr std::array CountryBorder{WidthAtZoom{1, 0.7}, WidthAtZoom{6, 1.4}, WidthAtZoom{14, 2}, WidthAtZoom{22, 4}};
constexpr std::array StateBorder{WidthAtZoom{3, 0.6}, WidthAtZoom{8, 1.3}, WidthAtZoom{14, 1.6}, WidthAtZoom{22, 3}};
constexpr std::array CountyBorder{WidthAtZoom{5, 0.35}, WidthAtZoom{9, 0.9}, WidthAtZoom{14, 1}, WidthAtZoom{22, 2}};
constexpr std::array TownBorder{WidthAtZoom{10, 0.8}, WidthAtZoom{14, 1.4}, WidthAtZoom{22, 2.5}};

constexpr double ThinCasing = 0.9;
constexpr double Casing = 1.1;
using P = MapPalette;
using L = TileLayer;
using C = TileClass;
using Act = MapRule::Act;

const std::array Rules{
    MapRule{L::Land, C::Other, Act::Fill, &P::land},
    MapRule{L::Landuse, C::Residential, Act::Fill, &P::builtUp, 10},
    MapRule{L::Landuse, C::Commercial, Act::Fill, &P::builtUp, 10},
    MapRule{L::Landuse, C::Industrial, Act::Fill, &P::builtUp, 10},
    MapRule{L::Landuse, C::School, Act::Fill, &P::builtUp, 12},
    MapRule{L::Landcover, C::Wood, Act::Fill, &P::green, 8},
    MapRule{L::Landcover, C::Grass, Act::Fill, &P::green, 12},
    MapRule{L::Landuse, C::Cemetery, Act::Fill, &P::green, 12},
    MapRule{L::Landuse, C::Pitch, Act::Fill, &P::green, 14},
    MapRule{L::Park, C::Other, Act::Fill, &P::green, 10},
    MapRule{L::Water, C::Other, Act::Fill, &P::water},
    MapRule{L::Waterway, C::Other, Act::Stroke, &P::water, 10, Stream},
    MapRule{L::Building, C::Other, Act::Fill, &P::building, 15.5},

    MapRule{L::Transportation, C::Path, Act::Dash, &P::roadCasing, 14, Path, 0, 3},
    MapRule{L::Transportation, C::Track, Act::Dash, &P::roadCasing, 14, Path, 0, 3},
    MapRule{L::Transportation, C::Service, Act::Stroke, &P::roadCasing, 14, Service, ThinCasing},
    MapRule{L::Transportation, C::Minor, Act::Stroke, &P::roadCasing, 13, Minor, ThinCasing},
    MapRule{L::Transportation, C::Tertiary, Act::Stroke, &P::roadCasing, 12, Tertiary, Casing},
    MapRule{L::Transportation, C::Secondary, Act::Stroke, &P::roadCasing, 12, Secondary, Casing},
    MapRule{L::Transportation, C::Service, Act::Stroke, &P::road, 14, Service},
    MapRule{L::Transportation, C::Minor, Act::Stroke, &P::road, 12, Minor},
    MapRule{L::Transportation, C::Tertiary, Act::Stroke, &P::road, 10, Tertiary},
    MapRule{L::Transportation, C::Secondary, Act::Stroke, &P::road, 9, Secondary},
    MapRule{L::Transportation, C::Rail, Act::Stroke, &P::railway, 10, Rail},
    MapRule{L::Transportation, C::Primary, Act::Stroke, &P::mainRoadCasing, 10, Primary, Casing},
    MapRule{L::Transportation, C::Trunk, Act::Stroke, &P::mainRoadCasing, 9, Motorway, Casing},
    MapRule{L::Transportation, C::Motorway, Act::Stroke, &P::mainRoadCasing, 8, Motorway, Casing},
    MapRule{L::Transportation, C::Primary, Act::Stroke, &P::mainRoad, 7, Primary},
    MapRule{L::Transportation, C::Trunk, Act::Stroke, &P::mainRoad, 6, Motorway},
    MapRule{L::Transportation, C::Motorway, Act::Stroke, &P::mainRoad, 5, Motorway},

    MapRule{L::Boundary, C::Municipality, Act::Dash, &P::border, 10, TownBorder, 0, 6},
    MapRule{L::Boundary, C::County, Act::Stroke, &P::railway, 5, CountyBorder},
    MapRule{L::Boundary, C::State, Act::Stroke, &P::border, 3, StateBorder},
    MapRule{L::Boundary, C::Country, Act::Stroke, &P::border, 0, CountryBorder},
};

} // namespace

const MapPalette &mapPalette(MapTheme theme)
{
    switch (theme) {
    case MapTheme::Day:
        return Day;
    case MapTheme::Night:
        return Night;
    case MapTheme::Print:
        return Print;
    }
    Q_UNREACHABLE_RETURN(Day);
}

std::span<const MapRule> mapRules()
{
    return Rules;
}

double widthAt(std::span<const WidthAtZoom> widths, double zoom)
{
    if (widths.empty()) {
        return 0;
    }
    if (zoom <= widths.front().zoom) {
        return widths.front().pixels;
    }
    for (std::size_t i = 1; i < widths.size(); ++i) {
        if (zoom <= widths[i].zoom) {
            const WidthAtZoom &from = widths[i - 1];
            const double t = (zoom - from.zoom) / (widths[i].zoom - from.zoom);
            return from.pixels * std::pow(widths[i].pixels / from.pixels, t);
        }
    }
    return widths.back().pixels * std::exp2(zoom - widths.back().zoom);
}

} // namespace Porchlight
