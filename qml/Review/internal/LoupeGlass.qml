// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window

import Porchlight.Theme

// The loupe with its rim, the outline of the pixel in its middle, and what it shows in figures.
Loupe {
    id: root

    readonly property real pixelSide: root.magnification / Screen.devicePixelRatio

    objectName: "loupe"
    width: 264
    height: 264
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Loupe, %1 times, at pixel %2, %3").arg(root.magnification).arg(root.pixel.x).arg(root.pixel.y)

    Rectangle {
        anchors.fill: parent
        z: -1
        color: Theme.pictureGround
    }

    Rectangle {
        anchors.centerIn: parent
        width: root.pixelSide + 4
        height: root.pixelSide + 4
        color: "transparent"
        border.color: Theme.overPictureGround

        Rectangle {
            anchors.fill: parent
            anchors.margins: 1
            color: "transparent"
            border.color: Theme.overPictureText
        }
    }

    PictureBadge {
        objectName: "loupeReadout"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap + 2
        text: qsTr("%1× · %2, %3").arg(root.magnification).arg(root.pixel.x).arg(root.pixel.y)
        isFigure: true
    }

    PictureBadge {
        objectName: "loupeHeld"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap + 2
        visible: root.isHeld
        text: qsTr("Held")
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: root.isHeld || root.activeFocus ? Theme.accent : Theme.overPictureText
        border.width: 2
    }
}
