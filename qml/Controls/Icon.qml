// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// One glyph of the icon face: Icon { glyph: Theme.icons.mapPin }. An ornament: its control carries the name.
Text {
    id: root

    property string glyph
    property int size: Theme.iconSize

    width: root.size
    height: root.size
    text: root.glyph
    color: Theme.secondText
    font.family: Theme.fonts.iconFamily
    font.pixelSize: root.size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    Accessible.ignored: true
}
