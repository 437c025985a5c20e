// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// Along the lower edge of the map: scale, position of the pointer, and whose data the map shows.
Item {
    id: root

    required property MapViewModel viewModel

    implicitHeight: 22

    Item {
        id: scale

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 5
        width: root.viewModel.camera.scalePixels
        height: 6
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Scale: the bar is %1").arg(root.viewModel.camera.scaleText)

        Rectangle {
            width: 1.5
            height: parent.height
            color: Theme.secondText
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1.5
            color: Theme.secondText
        }

        Rectangle {
            anchors.right: parent.right
            width: 1.5
            height: parent.height
            color: Theme.secondText
        }
    }

    Row {
        id: place

        anchors.left: scale.right
        anchors.leftMargin: Theme.smallGap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.largeGap

        MapWords {
            objectName: "scaleText"
            text: root.viewModel.camera.scaleText
        }

        MapWords {
            objectName: "cursorText"
            text: root.viewModel.camera.cursorText
            font: Theme.fonts.monoSmall
        }
    }

    // On a narrow map the credits stand above the line instead of on the pointer's position.
    MapWords {
        id: credits

        objectName: "mapCredits"
        anchors.right: parent.right
        y: credits.x < place.x + place.width + Theme.largeGap ? -credits.height : (root.height - credits.height) / 2
        text: root.viewModel.ground.credits
    }
}
