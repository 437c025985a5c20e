// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The picture of one camera, and over its edge only what belongs to it: which camera and frame it is, its scale, a badge
// for damage, the cover of a sensitive clip. Where there is no picture at this moment, the reason in words.
Rectangle {
    id: root

    required property Camera camera
    required property bool isAlone
    required property bool showsTruePixels
    required property bool showsLoupe
    required property MovementViewModel movement
    required property reviewHints hints
    readonly property bool isSmall: root.width < 420
    readonly property bool isGap: root.camera.gapTitle !== ""
    readonly property bool hasWords: root.isGap || root.camera.failureText !== "" || root.camera.isCovered || !root.camera.hasPicture
    signal chosen()
    signal truePixelsToggled()
    signal loupeToggled()
    signal lookWanted()
    signal revealWanted()
    signal closeWanted()
    signal againWanted()

    objectName: "cameraTile" + root.camera.number
    color: root.hasWords ? Theme.rail : Theme.pictureGround
    radius: Theme.pictureRadius

    HoverHandler {
        onPointChanged: loupe.follow(point.position)
    }

    FrameView {
        id: view

        objectName: root.camera.number === 1 ? "frameView" : "frameView" + root.camera.number
        anchors.fill: parent
        anchors.margins: root.showsTruePixels ? 0 : root.isAlone ? Theme.largeGap : 2
        frame: root.camera.frame
        quarterTurns: root.camera.quarterTurns
        isMirrored: root.camera.isMirrored
        showsTruePixels: root.showsTruePixels
        brightness: root.camera.brightness
        contrast: root.camera.contrast
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Camera %1, %2, %3").arg(root.camera.number).arg(root.camera.name).arg(root.isGap ? root.camera.gapTitle : root.camera.frameText)

        TapHandler {
            onTapped: root.chosen()
        }
    }

    RegionFrame {
        anchors.fill: view
        visible: root.movement.isOn && root.camera.isSelected && !root.hasWords
        place: view.pictureRect
        movement: root.movement
    }

    LoadingState {
        anchors.fill: parent
        visible: root.camera.failureText === "" && !root.camera.hasPicture
        sentence: root.camera.isOpen ? qsTr("Decoding the first picture") : qsTr("Recording that the clip is opened, then starting its decoder")
    }

    ErrorState {
        objectName: "failure" + root.camera.number
        anchors.fill: parent
        visible: root.camera.failureText !== ""
        title: root.camera.name !== "" ? root.camera.name : qsTr("This clip cannot be shown")
        text: root.camera.failureText
        actionText: qsTr("Close this camera")
        otherActionText: root.camera.canOpenAgain ? qsTr("Open again") : ""
        onActionChosen: root.closeWanted()
        onOtherActionChosen: root.againWanted()
    }

    EmptyState {
        objectName: root.camera.number === 1 ? "pictureCover" : "pictureCover" + root.camera.number
        anchors.fill: parent
        visible: root.camera.isCovered && root.camera.hasPicture && !root.isGap
        glyph: Theme.icons.eyeOff
        title: qsTr("The resident flagged this clip as sensitive")
        text: qsTr("It stays covered until you say why it must be seen. Your reason is recorded with your name.")
        actionText: qsTr("Show the picture")
        actionGlyph: Theme.icons.eye
        onActionChosen: {
            root.chosen();
            root.revealWanted();
        }
    }

    EmptyState {
        objectName: "gap" + root.camera.number
        anchors.fill: parent
        visible: root.isGap
        glyph: Theme.icons.clock
        title: root.camera.gapTitle
        text: root.camera.gapText

        TapHandler {
            onTapped: root.chosen()
        }
    }

    Row {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.smallGap
        spacing: Theme.smallGap
        visible: !root.isAlone && root.camera.name !== ""

        PictureBadge {
            objectName: "cameraName" + root.camera.number
            text: root.camera.number + "  " + root.camera.name
        }

        PictureBadge {
            objectName: "cameraFrame" + root.camera.number
            visible: root.camera.frameText !== "" && !root.camera.isCovered
            text: root.camera.frameText
            isFigure: true
        }
    }

    Row {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.isAlone ? Theme.mediumGap : Theme.smallGap
        spacing: Theme.smallGap
        visible: !root.camera.isCovered && root.camera.hasPicture && !root.isGap

        PictureBadge {
            objectName: "damageBadge" + root.camera.number
            visible: root.camera.damage !== ""
            text: root.isSmall ? qsTr("Damaged") : qsTr("Damaged picture")
            ink: Theme.bad
        }

        PictureBadge {
            visible: root.camera.isMirrored && !root.isSmall
            text: qsTr("Mirrored, as the clip asks")
        }

        PictureBadge {
            objectName: "pictureBadge" + root.camera.number
            visible: root.camera.pictureText !== "" && (!root.isSmall || root.camera.otherPictureText !== "")
            text: root.camera.pictureText
            ink: root.camera.otherPictureText !== "" ? Theme.caution : Theme.overPictureText
            key: root.hints.nextPicture
            onClicked: {
                root.chosen();
                root.camera.showNextPicture();
            }
        }

        PictureBadge {
            visible: !root.camera.isConfined
            text: root.camera.confinementText
            ink: Theme.caution
        }

        PictureBadge {
            objectName: "lookBadge" + root.camera.number
            visible: root.camera.isAdjusted
            text: root.isSmall ? qsTr("Adjusted view") : qsTr("Adjusted view: brightness %1, contrast %2").arg(root.camera.brightness).arg(root.camera.contrast)
            key: root.hints.look
            onClicked: {
                root.chosen();
                root.lookWanted();
            }
        }

        PictureBadge {
            objectName: root.camera.number === 1 ? "loupeBadge" : "loupeBadge" + root.camera.number
            visible: root.isAlone || root.camera.isSelected
            text: root.showsLoupe ? qsTr("Loupe %1×").arg(loupe.magnification) : qsTr("Loupe")
            key: root.hints.loupe
            onClicked: root.loupeToggled()
        }

        PictureBadge {
            objectName: root.camera.number === 1 ? "scaleBadge" : "scaleBadge" + root.camera.number
            // In a small picture it would cover more than it tells.
            visible: root.isAlone || root.camera.isSelected && root.width > 600
            text: root.showsTruePixels ? qsTr("True pixels") : qsTr("Fit %1 %").arg(Math.round(view.scalePercent))
            key: root.hints.truePixels
            onClicked: root.truePixelsToggled()
        }
    }

    LoupeGlass {
        id: loupe

        picture: view
        visible: root.showsLoupe && root.camera.isSelected && !root.hasWords
    }

    Rectangle {
        objectName: "selectedEdge" + root.camera.number
        anchors.fill: parent
        visible: !root.isAlone && root.camera.isSelected
        color: "transparent"
        border.color: Theme.overPictureAccent
        border.width: 2
        radius: Theme.pictureRadius
    }
}
