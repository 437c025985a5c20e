// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The keys of review, as ReviewKeys has them.
Dialog {
    id: root

    readonly property list<string> keys: [qsTr("Space"), qsTr("J  K  L"), qsTr("[  ]"), qsTr("←  →"), qsTr("Shift+←  Shift+→"), qsTr("Ctrl+←  Ctrl+→"), qsTr("↑  ↓"), qsTr("Home  End"), qsTr("I  O"), qsTr("M"), qsTr("S"), qsTr("Shift+S"), qsTr("F"), qsTr("Z"), qsTr("B"), qsTr("1 … 9"), qsTr("C"), qsTr("Alt+←  Alt+→"), qsTr("E"), qsTr("R"), qsTr("Shift+↑  Shift+↓"), qsTr("Wheel, Shift+Wheel")]
    readonly property list<string> words: [qsTr("Play and pause"), qsTr("Shuttle back, stop, forward"), qsTr("Slower, faster"), qsTr("One frame of the selected camera"), qsTr("Ten frames"), qsTr("Next frame of any camera"), qsTr("Previous and next marker"), qsTr("First and last frame"), qsTr("In and out"), qsTr("Marker"), qsTr("Still"), qsTr("Contact sheet"), qsTr("True pixels or fit"), qsTr("Loupe; a click holds it, the wheel enlarges"), qsTr("Brightness and contrast of the view"), qsTr("Choose a camera"), qsTr("Clips of the case"), qsTr("Clock of the camera by one frame"), qsTr("Match one event in two cameras"), qsTr("Search a region for movement"), qsTr("Movement before and next"), qsTr("Zoom and move the time line")]

    objectName: "keySheet"
    title: qsTr("Keys of review")
    acceptText: qsTr("Close")
    rejectText: ""

    contentItem: GridLayout {
        columns: 2
        columnSpacing: Theme.pageMargin
        rowSpacing: Theme.smallGap
        flow: GridLayout.TopToBottom
        rows: 11

        Repeater {
            model: root.keys.length

            delegate: RowLayout {
                id: row

                required property int index

                spacing: Theme.mediumGap

                Label {
                    Layout.preferredWidth: 136
                    text: root.keys[row.index]
                    font: Theme.fonts.monoSmall
                }

                Label {
                    Layout.fillWidth: true
                    text: root.words[row.index]
                    color: Theme.secondText
                }
            }
        }
    }
}
