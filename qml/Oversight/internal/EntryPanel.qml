// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Oversight
import Porchlight.Theme

// All that one entry says. Text can be selected, for a report.
SplitPanel {
    id: root

    required property logEntry entry
    signal closed()

    objectName: "logEntryPanel"
    name: "oversightEntry"
    edge: Qt.RightEdge
    preferredSize: 340
    minimumSize: 260
    maximumSize: 560
    color: "transparent" // The card behind it has round corners.

    RowLayout {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.largeGap
        anchors.rightMargin: Theme.smallGap
        height: 58

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Entry %1").arg(root.entry.sequence)
        }

        IconButton {
            objectName: "logEntryCloseButton"
            glyph: Theme.icons.x
            text: qsTr("Close")
            key: qsTr("Esc")
            onClicked: root.closed()
        }
    }

    ScrollArea {
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right

        ColumnLayout {
            width: parent.width
            spacing: Theme.mediumGap

            Repeater {
                model: root.entry.facts

                ColumnLayout {
                    id: fact

                    required property entryFact modelData

                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.largeGap
                    Layout.rightMargin: Theme.largeGap
                    spacing: 2

                    Label {
                        Layout.fillWidth: true
                        text: fact.modelData.name
                        color: Theme.secondText
                        font: Theme.fonts.small
                    }

                    TextEdit {
                        Layout.fillWidth: true
                        text: fact.modelData.value
                        color: Theme.text
                        selectionColor: Theme.accentPale
                        selectedTextColor: Theme.text
                        font: fact.modelData.isCode ? Theme.fonts.monoSmall : Theme.fonts.body
                        wrapMode: TextEdit.Wrap
                        readOnly: true
                        selectByMouse: true
                        textFormat: TextEdit.PlainText
                        activeFocusOnTab: false
                        Accessible.role: Accessible.StaticText
                        Accessible.name: fact.modelData.name + ": " + fact.modelData.value
                    }
                }
            }
        }
    }
}
