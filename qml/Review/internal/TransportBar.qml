// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// First, back, play, on, last; steps and speed; in and out; sound where it was consented to; zoom of the time line.
Rectangle {
    id: root

    required property ReviewViewModel viewModel
    required property TimelineView timelineView
    readonly property bool isWide: root.width > 1000
    readonly property bool hasSeveral: root.viewModel.cameras.count > 1
    readonly property bool isChoosing: look.opened

    function openLook(): void {
        look.open();
    }

    implicitHeight: 52
    color: Theme.surface

    Separator {
        width: parent.width
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.mediumGap
        anchors.rightMargin: Theme.mediumGap
        spacing: Theme.gap

        IconButton {
            objectName: "firstFrameButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.skipBack
            text: qsTr("First frame")
            key: root.viewModel.keyboard.hints.firstFrame
            onClicked: root.viewModel.goToFirst()
        }

        IconButton {
            objectName: "stepBackButton"
            focusPolicy: Qt.TabFocus
            autoRepeat: true
            glyph: Theme.icons.stepBack
            text: root.hasSeveral ? qsTr("One frame of the selected camera back") : qsTr("One frame back")
            key: root.viewModel.keyboard.hints.stepBack
            onClicked: root.viewModel.step(-1)
        }

        PlayButton {
            objectName: "playButton"
            key: root.viewModel.keyboard.hints.playPause
            isPlaying: root.viewModel.isPlaying
            onClicked: root.viewModel.togglePlay()
        }

        IconButton {
            objectName: "stepForwardButton"
            focusPolicy: Qt.TabFocus
            autoRepeat: true
            glyph: Theme.icons.stepForward
            text: root.hasSeveral ? qsTr("One frame of the selected camera on") : qsTr("One frame on")
            key: root.viewModel.keyboard.hints.stepOn
            onClicked: root.viewModel.step(1)
        }

        IconButton {
            objectName: "lastFrameButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.skipForward
            text: qsTr("Last frame")
            key: root.viewModel.keyboard.hints.lastFrame
            onClicked: root.viewModel.goToLast()
        }

        IconButton {
            objectName: "stepAnyBackButton"
            focusPolicy: Qt.TabFocus
            autoRepeat: true
            visible: root.hasSeveral
            glyph: Theme.icons.chevronsLeft
            text: qsTr("Back to the frame before of any camera")
            key: root.viewModel.keyboard.hints.anyBack
            onClicked: root.viewModel.stepAny(-1)
        }

        IconButton {
            objectName: "stepAnyForwardButton"
            focusPolicy: Qt.TabFocus
            autoRepeat: true
            visible: root.hasSeveral
            glyph: Theme.icons.chevronsRight
            text: qsTr("On to the next frame of any camera")
            key: root.viewModel.keyboard.hints.anyOn
            onClicked: root.viewModel.stepAny(1)
        }

        SpeedButton {
            Layout.leftMargin: Theme.smallGap
            viewModel: root.viewModel
        }

        IconButton {
            objectName: "muteButton"
            focusPolicy: Qt.TabFocus
            visible: root.viewModel.hasSound
            glyph: root.viewModel.isMuted ? Theme.icons.volumeX : Theme.icons.volume2
            text: root.viewModel.isMuted ? qsTr("Sound on") : qsTr("Mute")
            onClicked: root.viewModel.isMuted = !root.viewModel.isMuted
        }

        Slider {
            objectName: "volumeSlider"
            Layout.preferredWidth: 64
            visible: root.viewModel.hasSound && root.isWide
            value: root.viewModel.volume
            Accessible.name: qsTr("Volume")
            onMoved: root.viewModel.volume = value
        }

        Item {
            Layout.fillWidth: true
        }

        PointReadout {
            objectName: "inReadout"
            label: qsTr("In")
            value: root.viewModel.inText
            onClicked: root.viewModel.goToIn()
        }

        PointReadout {
            objectName: "outReadout"
            label: qsTr("Out")
            value: root.viewModel.outText
            onClicked: root.viewModel.goToOut()
        }

        PointReadout {
            objectName: "lengthReadout"
            visible: root.isWide || !root.hasSeveral
            label: qsTr("Length")
            value: root.viewModel.lengthText
            isStill: true
        }

        Item {
            Layout.fillWidth: true
        }

        IconButton {
            objectName: "lookButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.contrast
            ink: root.viewModel.camera.isAdjusted ? Theme.accent : Theme.secondText
            text: qsTr("Brightness and contrast of the view")
            key: root.viewModel.keyboard.hints.look
            onClicked: look.open()

            LookPopover {
                id: look

                x: parent.width - width
                y: -height - Theme.smallGap
                camera: root.viewModel.camera
            }
        }

        IconButton {
            objectName: "zoomOutButton"
            focusPolicy: Qt.TabFocus
            enabled: root.timelineView.canZoomOut
            glyph: Theme.icons.zoomOut
            text: qsTr("Show more time")
            key: qsTr("Wheel")
            onClicked: root.timelineView.zoomOut()
        }

        Slider {
            objectName: "zoomSlider"
            Layout.preferredWidth: root.isWide ? 104 : 64
            value: root.timelineView.zoom
            Accessible.name: qsTr("Zoom of the time line")
            onMoved: root.timelineView.zoom = value
        }

        IconButton {
            objectName: "zoomInButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.zoomIn
            text: qsTr("Show less time")
            key: qsTr("Wheel")
            onClicked: root.timelineView.zoomIn()
        }
    }
}
