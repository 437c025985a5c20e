// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.MenuItem {
    id: root

    property string glyph
    property string key

    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    implicitHeight: 32
    leftPadding: 10
    rightPadding: 10
    font: Theme.fonts.body
    opacity: root.enabled ? 1 : 0.45
    Accessible.name: root.text

    contentItem: Item {
        Row {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.smallGap

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.glyph !== "" || root.checkable
                glyph: root.checkable ? (root.checked ? Theme.icons.check : "") : root.glyph
                color: root.checkable ? Theme.accent : Theme.secondText
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                font: root.font
                rightPadding: root.key !== "" ? 60 : Theme.smallGap
                Accessible.ignored: true
            }
        }

        KeyHint {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.key !== ""
            key: root.key
        }
    }

    background: Rectangle {
        color: root.highlighted || root.hovered ? Theme.selectedRow : "transparent"
        radius: Theme.chipRadius
    }
}
