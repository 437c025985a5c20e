// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

// A button with a word. The one main action of a page has the look Main; all others are Outlined.
T.Button {
    id: root

    enum Look { Outlined, Main, Quiet, Danger }

    property int look: Button.Outlined
    property string glyph
    property string key // The key that does the same, shown behind the word.

    readonly property color ink: root.look === Button.Main ? Theme.mainButtonText
                               : root.look === Button.Danger ? Theme.bad : Theme.text
    readonly property color mainGround: root.hovered && !root.down ? Theme.mainButtonHovered : Theme.mainButton
    readonly property color restGround: root.look === Button.Quiet ? "transparent" : Theme.surface
    readonly property color plainGround: root.down ? Theme.hairline : root.hovered ? Theme.raised : root.restGround

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.fieldHeight
    leftPadding: 14
    rightPadding: root.key !== "" ? 10 : 14
    spacing: Theme.smallGap
    font: Theme.fonts.bodyMedium
    hoverEnabled: true
    opacity: root.enabled ? 1 : 0.45
    Accessible.description: root.key

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row

            anchors.centerIn: parent
            spacing: root.spacing

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.glyph !== ""
                glyph: root.glyph
                color: root.ink
            }

            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                color: root.ink
                font: root.font
            }

            KeyHint {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.key !== ""
                key: root.key
                ink: root.ink
                line: root.look === Button.Main ? root.ink : Theme.hairline
            }
        }
    }

    background: Rectangle {
        color: root.look === Button.Main ? root.mainGround : root.plainGround
        border.color: Theme.hairline
        border.width: root.look === Button.Main || root.look === Button.Quiet ? 0 : 1
        radius: Theme.fieldRadius

        FocusRing {
            shown: root.visualFocus
        }
    }
}
