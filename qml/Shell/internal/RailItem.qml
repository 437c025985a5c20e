// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Theme

// One page of the rail: its icon and its word, never the icon alone.
T.Button {
    id: root

    required property string glyph
    required property string key
    property int badge: 0

    implicitWidth: Theme.railWidth - 14
    implicitHeight: 54
    hoverEnabled: true
    Accessible.role: Accessible.PageTab
    Accessible.name: root.badge > 0 ? qsTr("%1, %2 new").arg(root.text).arg(root.badge) : root.text
    Accessible.selected: root.checked

    contentItem: Item {
        Icon {
            id: icon

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            anchors.topMargin: 1
            glyph: root.glyph
            size: Theme.largeIconSize
            color: root.checked ? Theme.accent : Theme.secondText
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            text: root.text
            color: root.checked ? Theme.text : Theme.secondText
            font: Theme.fonts.small
            Accessible.ignored: true
        }

        Rectangle {
            anchors.left: icon.right
            anchors.leftMargin: -8
            anchors.top: icon.top
            anchors.topMargin: -4
            width: Math.max(16, count.implicitWidth + 8)
            height: 16
            visible: root.badge > 0
            color: Theme.accent
            radius: 8

            Text {
                id: count

                anchors.centerIn: parent
                text: root.badge
                color: Theme.dark ? Theme.mainButtonText : Theme.surface
                font.family: Theme.fonts.small.family
                font.pixelSize: 11
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        color: root.checked ? Theme.surface : root.hovered ? Theme.hairline : "transparent"
        border.color: Theme.hairline
        border.width: root.checked ? 1 : 0
        radius: Theme.railRadius

        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
            radius: Theme.railRadius
        }
    }

    topPadding: 6
    bottomPadding: 6

    Loader {
        active: root.hovered && !root.checked

        sourceComponent: ToolTip {
            parent: root
            x: root.width + Theme.gap
            y: Math.round((root.height - height) / 2)
            visible: true
            text: root.text
            key: root.key
        }
    }
}
