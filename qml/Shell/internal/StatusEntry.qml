// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// One statement of the status line. Its dot has a colour, its words say the same.
Row {
    id: root

    required property string text
    required property int tone
    property string detail
    readonly property color ink: root.tone === Chip.Good ? Theme.good : root.tone === Chip.Caution ? Theme.caution
                               : root.tone === Chip.Bad ? Theme.bad : Theme.thirdText

    spacing: 6
    visible: root.text !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
    Accessible.description: root.detail

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.tone === Chip.Caution || root.tone === Chip.Bad
        glyph: root.tone === Chip.Bad ? Theme.icons.circleX : Theme.icons.triangleAlert
        size: 12
        color: root.ink
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 7
        height: 7
        visible: root.tone === Chip.Good || root.tone === Chip.Neutral
        color: root.ink
        radius: 3.5
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: root.tone === Chip.Bad || root.tone === Chip.Caution ? root.ink : Theme.secondText
        font: Theme.fonts.small
        Accessible.ignored: true

        HoverHandler {
            id: hover
        }

        ToolTip {
            y: -height - Theme.gap
            visible: hover.hovered && root.detail !== ""
            text: root.detail
        }
    }
}
