// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The region that is searched for movement, over the picture: drawn, moved and sized by mouse and keys.
Item {
    id: root

    required property MovementViewModel movement
    required property rect place
    readonly property rect region: root.movement.region
    readonly property bool hasRegion: root.region.width > 0

    clip: true

    RegionPad {
        id: pad

        objectName: "regionPad"
        x: root.place.x
        y: root.place.y
        width: root.place.width
        height: root.place.height
        region: root.region
        Accessible.role: Accessible.Indicator
        Accessible.name: root.hasRegion ? qsTr("Region of the picture: %1 per cent").arg(root.movement.regionText) : qsTr("Region of the picture: none")
        Accessible.description: qsTr("Arrow keys move it, with Shift they change its size, Enter searches.")
        Accessible.focusable: true
        onChosen: region => root.movement.setRegion(region)
        onAccepted: root.movement.search()

        Rectangle {
            objectName: "regionRectangle"
            x: Math.round(root.region.x * pad.width)
            y: Math.round(root.region.y * pad.height)
            width: Math.round(root.region.width * pad.width)
            height: Math.round(root.region.height * pad.height)
            visible: root.hasRegion
            color: "transparent"
            border.color: Theme.pictureGround
            border.width: 4

            Rectangle {
                anchors.fill: parent
                anchors.margins: 1
                color: "transparent"
                border.color: Theme.overPictureAccent
                border.width: 2
            }

            Repeater {
                model: 4

                delegate: Rectangle {
                    required property int index

                    x: (index % 2) * (parent.width - width)
                    y: Math.floor(index / 2) * (parent.height - height)
                    width: 8
                    height: 8
                    color: Theme.overPictureAccent
                    border.color: Theme.pictureGround
                }
            }
        }

        FocusRing {
            shown: pad.activeFocus
        }
    }
}
