// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// A row for each camera: which it is and how far its clock is known, and the line itself.
Rectangle {
    id: root

    required property ReviewViewModel viewModel
    readonly property TimelineView view: line
    readonly property bool isChoosing: list.opened || clockSheet.opened
    readonly property int labelWidth: 164
    readonly property bool isAlone: root.viewModel.cameras.count === 1

    function openList(): void {
        list.open();
    }

    implicitHeight: line.implicitHeight
    color: Theme.rail

    Separator {
        width: parent.width
    }

    RowLayout {
        x: Theme.mediumGap
        y: 5
        width: root.labelWidth - Theme.mediumGap
        height: line.lanesTop - 10
        spacing: Theme.gap

        Label {
            objectName: "wallClock"
            Layout.fillWidth: true
            text: root.isAlone ? "" : root.viewModel.wallText
            font: Theme.fonts.mono
        }

        IconButton {
            objectName: "clipListButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.layoutGrid
            text: qsTr("Clips of the case: open one, or add it as a camera")
            key: root.viewModel.keyboard.hints.clipList
            onClicked: list.open()
        }
    }

    Repeater {
        model: root.viewModel.cameras

        delegate: LaneLabel {
            y: line.lanesTop + (camera.number - 1) * line.laneDistance
            width: root.labelWidth
            height: line.laneHeight
            isAlone: root.isAlone
            onChosen: root.viewModel.selectCamera(camera.number - 1)
            onClockWanted: clockSheet.open()
        }
    }

    Label {
        objectName: "waveLabel"
        x: Theme.mediumGap
        y: line.waveTop
        width: root.labelWidth - 2 * Theme.mediumGap
        height: line.waveHeight
        visible: line.waveHeight > 0
        verticalAlignment: Text.AlignVCenter
        text: root.isAlone ? qsTr("sound consented") : qsTr("%1  sound consented").arg(root.viewModel.timeline.soundLane + 1)
        color: Theme.secondText
        font: Theme.fonts.small
        elide: Text.ElideRight
    }

    Label {
        objectName: "rulerLabel"
        anchors.left: parent.left
        anchors.leftMargin: Theme.mediumGap
        anchors.bottom: parent.bottom
        width: root.labelWidth - Theme.mediumGap
        height: line.rulerHeight
        text: root.viewModel.rulerText
        color: Theme.secondText
        font: Theme.fonts.small
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }

    Popover {
        id: list

        y: -implicitHeight - Theme.gap
        padding: 0

        contentItem: ClipList {
            implicitWidth: 440
            implicitHeight: Math.min(420, contentHeight)
            viewModel: root.viewModel
            onClipChosen: list.close()
        }
    }

    ClockPopover {
        id: clockSheet

        x: Theme.smallGap
        y: -implicitHeight - Theme.gap
        viewModel: root.viewModel
    }

    TimelineView {
        id: line

        objectName: "timelineView"
        anchors.fill: parent
        anchors.leftMargin: root.labelWidth
        source: root.viewModel.timeline
        ground: Theme.rail
        track: Theme.surface
        hairline: Theme.hairline
        textColour: Theme.text
        secondText: Theme.secondText
        accent: Theme.accent
        onAccent: Theme.mainButtonText
        bad: Theme.bad
        playheadColour: Theme.text
        font: Theme.fonts.monoSmall
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Time line of %1").arg(root.viewModel.clipName)
        Accessible.description: qsTr("Frame %1").arg(root.viewModel.readout.number)
        Accessible.focusable: true
        onScrubbed: frame => root.viewModel.scrubTo(frame)
        onTimeScrubbed: lineTime => root.viewModel.scrubToTime(lineTime)
        onLaneChosen: lane => root.viewModel.selectCamera(lane)

        FocusRing {
            anchors.margins: 1
            shown: line.activeFocus
        }
    }

    Rectangle {
        x: Math.max(root.labelWidth, Math.min(root.labelWidth + line.hoverX - width / 2, root.width - width - Theme.gap))
        y: -height - Theme.gap
        width: words.implicitWidth + 16
        height: 26
        visible: line.hoverText !== ""
        color: Theme.raised
        border.color: Theme.hairline
        radius: Theme.chipRadius

        Text {
            id: words

            anchors.centerIn: parent
            text: line.hoverText
            color: Theme.text
            font: Theme.fonts.monoSmall
            Accessible.ignored: true
        }
    }
}
