// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The picture, and over its edge only what belongs to it: its scale, a badge for damage, the cover of a sensitive clip.
Rectangle {
    id: root

    required property ReviewViewModel viewModel
    property bool showsTruePixels: false
    readonly property bool isCovered: root.viewModel.isCovered
    signal revealWanted()

    color: Theme.pictureGround

    FrameView {
        id: view

        objectName: "frameView"
        anchors.fill: parent
        anchors.margins: root.showsTruePixels ? 0 : Theme.largeGap
        frame: root.viewModel.frame
        quarterTurns: root.viewModel.quarterTurns
        isMirrored: root.viewModel.isMirrored
        showsTruePixels: root.showsTruePixels
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Frame %1 of %2").arg(root.viewModel.readout.number).arg(root.viewModel.clipName)
    }

    LoadingState {
        anchors.fill: parent
        visible: !root.viewModel.hasPicture
        sentence: qsTr("Decoding the first picture")
    }

    EmptyState {
        objectName: "pictureCover"
        anchors.fill: parent
        visible: root.isCovered && root.viewModel.hasPicture
        glyph: Theme.icons.eyeOff
        title: qsTr("The resident flagged this clip as sensitive")
        text: qsTr("It stays covered until you say why it must be seen. Your reason is recorded with your name.")
        actionText: qsTr("Show the picture")
        actionGlyph: Theme.icons.eye
        onActionChosen: root.revealWanted()
    }

    Row {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.mediumGap
        spacing: Theme.smallGap
        visible: !root.isCovered && root.viewModel.hasPicture

        PictureBadge {
            visible: root.viewModel.readout.damage !== ""
            text: qsTr("Damaged picture")
            ink: Theme.bad
        }

        PictureBadge {
            visible: root.viewModel.isMirrored
            text: qsTr("Mirrored, as the clip asks")
        }

        PictureBadge {
            visible: !root.viewModel.isConfined
            text: root.viewModel.confinementText
            ink: Theme.caution
        }

        PictureBadge {
            objectName: "scaleBadge"
            text: root.showsTruePixels ? qsTr("True pixels") : qsTr("Fit %1 %").arg(Math.round(view.scalePercent))
            key: qsTr("F")
            onClicked: root.showsTruePixels = !root.showsTruePixels
        }
    }
}
