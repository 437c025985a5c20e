// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The clip's own row of the time line: what it is and how far its clock is known, and the line itself.
Rectangle {
    id: root

    required property ReviewViewModel viewModel
    readonly property TimelineView view: line
    readonly property bool isChoosing: label.isOpen

    implicitHeight: 108
    color: Theme.rail

    Separator {
        width: parent.width
    }

    ClipLabel {
        id: label

        y: 24
        width: 148
        height: 64
        viewModel: root.viewModel
    }

    TimelineView {
        id: line

        objectName: "timelineView"
        anchors.fill: parent
        anchors.leftMargin: label.width
        source: root.viewModel.timeline
        pictureAspect: root.viewModel.pictureAspect
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

        FocusRing {
            anchors.margins: 1
            shown: line.activeFocus
        }
    }

    Rectangle {
        x: Math.max(label.width, Math.min(label.width + line.hoverX - width / 2, root.width - width - Theme.gap))
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
