// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
pragma ComponentBehavior: Bound

import QtQml
import QtQuick

// Colours, sizes, type and icons of the whole program. Every colour stands here once for the day and once for the night.
QtObject {
    id: root

    // Set by the window: night where the officer chose it, and in Review unless she chose otherwise.
    property bool dark: false
    property bool reducedMotion: false

    readonly property color window: root.dark ? "#101317" : "#F4F5F6"
    readonly property color rail: root.dark ? "#0B0E11" : "#EDEFF1"
    readonly property color surface: root.dark ? "#171B20" : "#FFFFFF"
    readonly property color raised: root.dark ? "#1D2228" : "#F7F8F9"
    readonly property color hairline: root.dark ? "#2A3138" : "#DDE1E5"
    readonly property color text: root.dark ? "#E7EAEE" : "#1B1F24"
    readonly property color secondText: root.dark ? "#A3ADB8" : "#56606B"
    readonly property color thirdText: root.dark ? "#8A949F" : "#626C77"
    readonly property color accent: root.dark ? "#F2A33A" : "#9A5B00"
    readonly property color accentGround: root.dark ? "#2B2214" : "#FFF1DC"
    readonly property color accentLine: root.dark ? "#7A5620" : "#E9B566"
    readonly property color accentPale: root.dark ? "#5A4424" : "#F3D5A8"
    readonly property color mainButton: root.dark ? "#F2A33A" : "#1B1F24"
    readonly property color mainButtonHovered: root.dark ? "#F7B65E" : "#30363D"
    readonly property color mainButtonText: root.dark ? "#1A1206" : "#FFFFFF"
    readonly property color good: root.dark ? "#6CC796" : "#1F6F43"
    readonly property color goodGround: root.dark ? "#14261C" : "#E4F3EA"
    readonly property color caution: root.dark ? "#EBC063" : "#8A5A00"
    readonly property color cautionGround: root.dark ? "#2A2310" : "#FFF3D6"
    readonly property color bad: root.dark ? "#F08A80" : "#A82B2B"
    readonly property color badGround: root.dark ? "#2C1715" : "#FBE9E7"
    readonly property color selectedRow: root.dark ? "#221D14" : "#FFF6E8"
    readonly property color hoveredRow: root.dark ? "#1B2025" : "#F9FAFA"

    // What lies around and over a picture is dark by day too: the eye reads the picture against it.
    readonly property color pictureGround: "#07090B"
    readonly property color overPictureGround: "#CC0B0E11"
    readonly property color overPictureText: "#E7EAEE"
    readonly property color overPictureAccent: "#F2A33A"
    readonly property color scrim: root.dark ? "#99000000" : "#661B1F24"
    readonly property color shadow: root.dark ? "#66000000" : "#1F1B1F24"

    readonly property color mapLand: root.dark ? "#15191E" : "#F3F1EC"
    readonly property color mapBuiltUp: root.dark ? "#181D22" : "#EFEBE4"
    readonly property color mapGreen: root.dark ? "#17231C" : "#DDE9D3"
    readonly property color mapWater: root.dark ? "#13222E" : "#BFD7E6"
    readonly property color mapBuilding: root.dark ? "#1F252C" : "#E2DCD2"
    readonly property color mapRoad: root.dark ? "#2C343D" : "#FFFFFF"
    readonly property color mapRoadCasing: root.dark ? "#12161A" : "#D9D3C8"
    readonly property color mapMainRoad: root.dark ? "#5A4424" : "#F6D9A8"
    readonly property color mapMainRoadCasing: root.dark ? "#2B2214" : "#D9B77A"
    readonly property color mapLabel: root.dark ? "#9AA4AF" : "#5A5F66"
    readonly property color mapLabelHalo: root.dark ? "#12161A" : "#F8F6F2"
    readonly property color mapRailway: root.dark ? "#333B44" : "#B9B3A8"

    readonly property int pictureRadius: 4
    readonly property int chipRadius: 6
    readonly property int fieldRadius: 8
    readonly property int railRadius: 10
    readonly property int cardRadius: 14

    readonly property int chipHeight: 22
    readonly property int fieldHeight: 34
    readonly property int barHeight: 48
    readonly property int statusHeight: 26
    readonly property int railWidth: 76
    readonly property int rowHeight: 40

    // Steps of the 4 px grid.
    readonly property int gap: 4
    readonly property int smallGap: 8
    readonly property int mediumGap: 12
    readonly property int largeGap: 16
    readonly property int pageMargin: 24

    readonly property int iconSize: 16
    readonly property int largeIconSize: 20
    readonly property int focusWidth: 2
    readonly property int selectionEdge: 3

    // Milliseconds.
    readonly property int quick: root.reducedMotion ? 0 : 80
    readonly property int slow: root.reducedMotion ? 0 : 120
    readonly property int tooltipDelay: 600

    readonly property Fonts fonts: Fonts {}
    readonly property IconGlyphs icons: IconGlyphs {}
}
