// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// Nearer, farther, north up.
Rectangle {
    id: root

    required property MapViewModel viewModel

    implicitWidth: column.implicitWidth + 2
    implicitHeight: column.implicitHeight + 2
    color: Theme.surface
    border.color: Theme.hairline
    radius: Theme.railRadius
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("View of the map")

    Column {
        id: column

        anchors.centerIn: parent

        IconButton {
            objectName: "zoomInButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.plus
            text: qsTr("Nearer")
            key: qsTr("+")
            onClicked: root.viewModel.camera.zoomIn()
        }

        Separator {
            width: parent.width
        }

        IconButton {
            objectName: "zoomOutButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.minus
            text: qsTr("Farther")
            key: qsTr("−")
            onClicked: root.viewModel.camera.zoomOut()
        }

        Separator {
            width: parent.width
        }

        IconButton {
            objectName: "northButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.compass
            rotation: -root.viewModel.camera.bearing
            text: qsTr("North up")
            key: qsTr("N")
            onClicked: root.viewModel.camera.turnNorth()
        }

        Separator {
            width: parent.width
        }

        IconButton {
            objectName: "homeButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.house
            text: qsTr("Where the map opens")
            key: qsTr("Home")
            onClicked: root.viewModel.showOwnGround()
        }
    }
}
