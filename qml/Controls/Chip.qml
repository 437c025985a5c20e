// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// A word about a state, with its colour; where the tone is not neutral the word or the glyph says the same.
Rectangle {
    id: root

    enum Tone { Neutral, Good, Caution, Bad, Accent }

    required property string text
    property int tone: Chip.Neutral
    property string glyph
    property bool mono: false

    readonly property color ink: root.tone === Chip.Good ? Theme.good : root.tone === Chip.Caution ? Theme.caution
                               : root.tone === Chip.Bad ? Theme.bad : root.tone === Chip.Accent ? Theme.accent : Theme.secondText

    implicitWidth: row.implicitWidth + 16
    implicitHeight: Theme.chipHeight
    color: root.tone === Chip.Good ? Theme.goodGround : root.tone === Chip.Caution ? Theme.cautionGround
         : root.tone === Chip.Bad ? Theme.badGround : root.tone === Chip.Accent ? Theme.accentGround : Theme.surface
    border.color: root.tone === Chip.Accent ? Theme.accentLine : Theme.hairline
    border.width: root.tone === Chip.Neutral || root.tone === Chip.Accent ? 1 : 0
    radius: Theme.chipRadius
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Row {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - 12)
        spacing: Theme.gap

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            glyph: root.glyph
            size: 13
            color: root.ink
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.ink
            font: root.mono ? Theme.fonts.monoSmall : Theme.fonts.small
            Accessible.ignored: true
        }
    }
}
