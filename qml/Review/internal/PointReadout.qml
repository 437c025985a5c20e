// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Theme

// A point in time with its word; pressing it goes there.
T.AbstractButton {
    id: root

    required property string label
    required property string value
    property bool isStill: false

    implicitWidth: row.implicitWidth + 12
    implicitHeight: 26
    enabled: !root.isStill
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.name: qsTr("%1 %2").arg(root.label).arg(root.value)

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.smallGap

            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.label
                color: Theme.secondText
                font: Theme.fonts.small
            }

            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: root.value
                color: Theme.text
                font: Theme.fonts.monoSmall
            }
        }
    }

    background: Rectangle {
        color: root.hovered ? Theme.raised : "transparent"
        radius: Theme.chipRadius

        FocusRing {
            shown: root.visualFocus
        }
    }
}
