// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

// A chip to press: a filter or a choice that is on (amber) or off.
T.Button {
    id: root

    property string glyph

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.chipHeight
    leftPadding: Theme.smallGap
    rightPadding: Theme.smallGap
    font: Theme.fonts.small
    checkable: true
    hoverEnabled: true
    opacity: root.enabled ? 1 : 0.45

    contentItem: Row {
        spacing: Theme.gap

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            glyph: root.glyph
            size: 13
            color: root.checked ? Theme.accent : Theme.secondText
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.checked ? Theme.accent : Theme.secondText
            font: root.font
        }
    }

    background: Rectangle {
        color: root.checked ? Theme.accentGround : root.hovered ? Theme.raised : Theme.surface
        border.color: root.checked ? Theme.accentLine : Theme.hairline
        radius: Theme.chipRadius

        FocusRing {
            shown: root.visualFocus
            radius: Theme.fieldRadius
        }
    }
}
