// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Theme

// A word over the edge of the picture; pressed where it does something.
T.AbstractButton {
    id: root

    property string key
    property color ink: Theme.overPictureText
    property bool isFigure: false

    implicitWidth: row.implicitWidth + 16
    implicitHeight: Theme.chipHeight
    enabled: root.key !== ""
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.name: root.text
    Accessible.description: root.key

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 6

            Text {
                text: root.text
                color: root.ink
                font: root.isFigure ? Theme.fonts.monoSmall : Theme.fonts.small
            }

            Text {
                visible: root.key !== ""
                text: root.key
                color: root.ink
                opacity: 0.7
                font: Theme.fonts.small
            }
        }
    }

    background: Rectangle {
        color: Theme.overPictureGround
        border.color: root.hovered ? root.ink : "transparent"
        radius: Theme.chipRadius

        FocusRing {
            shown: root.visualFocus
        }
    }
}
