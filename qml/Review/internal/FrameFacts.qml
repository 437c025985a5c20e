// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The frame on the screen in figures.
ColumnLayout {
    id: root

    required property frameReadout facts
    signal copyWanted()

    spacing: 6

    RowLayout {
        spacing: Theme.smallGap

        Label {
            objectName: "frameNumber"
            text: qsTr("Frame %1").arg(root.facts.number)
            font: Theme.fonts.heading
        }

        Label {
            Layout.fillWidth: true
            text: root.facts.total
            color: Theme.secondText
            elide: Text.ElideRight
        }

        Chip {
            visible: root.facts.standing !== ""
            tone: root.facts.isCounted ? Chip.Good : Chip.Caution
            text: root.facts.standing
        }
    }

    Label {
        objectName: "wallTime"
        Layout.fillWidth: true
        text: root.facts.wallTime !== "" ? root.facts.wallTime : root.facts.clipTime
        font: Theme.fonts.monoFigure
    }

    Label {
        Layout.fillWidth: true
        text: root.facts.wallDate !== "" ? root.facts.wallDate + " " + root.facts.clockNote : root.facts.clockNote
        color: root.facts.isClockChecked ? Theme.secondText : Theme.caution
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }

    Label {
        Layout.fillWidth: true
        visible: root.facts.damage !== ""
        text: root.facts.damage
        color: Theme.bad
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }

    Separator {
        Layout.fillWidth: true
        Layout.topMargin: 6
        Layout.bottomMargin: 4
    }

    FactRow {
        label: qsTr("In the clip")
        value: root.facts.clipTime
    }

    FactRow {
        label: qsTr("PTS")
        value: root.facts.pts
    }

    FactRow {
        label: qsTr("Time base")
        value: root.facts.timeBase
    }

    FactRow {
        objectName: "recordingRow"
        visible: root.facts.recording !== ""
        label: qsTr("Recording")
        value: root.facts.recording
    }

    FactRow {
        label: qsTr("Picture")
        value: root.facts.picture
    }

    FactRow {
        label: qsTr("Repeat")
        value: root.facts.repeats
    }

    FactRow {
        label: qsTr("Size")
        value: root.facts.size
    }

    FactRow {
        label: qsTr("Duration")
        value: root.facts.duration
    }

    FactRow {
        objectName: "digestRow"
        label: qsTr("SHA-256")
        value: root.facts.shortDigest
        canCopy: root.facts.digest !== ""
        onCopyWanted: root.copyWanted()
    }
}
