// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Every key that works everywhere, and those of the inbox and of review.
Dialog {
    id: root

    component KeyLine: RowLayout {
        id: line

        required property string what
        required property string key

        Layout.fillWidth: true
        spacing: Theme.mediumGap

        Label {
            Layout.fillWidth: true
            text: line.what
        }

        KeyHint {
            key: line.key
        }
    }

    component KeyGroup: ColumnLayout {
        Layout.preferredWidth: 250
        Layout.alignment: Qt.AlignTop
        spacing: 6
    }

    objectName: "keysDialog"
    title: qsTr("Keys")
    rejectText: ""

    contentItem: RowLayout {
        spacing: 32

        KeyGroup {
            SectionTitle {
                text: qsTr("Everywhere")
            }

            KeyLine { what: qsTr("Pages"); key: qsTr("Ctrl 1 … 7") }
            KeyLine { what: qsTr("Search or command"); key: qsTr("Ctrl K") }
            KeyLine { what: qsTr("Open a new case"); key: qsTr("Ctrl N") }
            KeyLine { what: qsTr("Lock the screen"); key: qsTr("Ctrl L") }
            KeyLine { what: qsTr("These keys"); key: qsTr("F1 ?") }

            SectionTitle {
                Layout.topMargin: Theme.mediumGap
                text: qsTr("Map")
            }

            KeyLine { what: qsTr("Finish the area"); key: qsTr("Enter") }
            KeyLine { what: qsTr("Give up the area"); key: qsTr("Esc") }
            KeyLine { what: qsTr("Take back, put back"); key: qsTr("Ctrl Z  Ctrl Y") }

            SectionTitle {
                Layout.topMargin: Theme.mediumGap
                text: qsTr("Inbox")
            }

            KeyLine { what: qsTr("Next, previous clip"); key: qsTr("J  K") }
            KeyLine { what: qsTr("Open in Review"); key: qsTr("Enter") }
            KeyLine { what: qsTr("Accept"); key: qsTr("A") }
            KeyLine { what: qsTr("Decline with a reason"); key: qsTr("D") }
        }

        KeyGroup {
            SectionTitle {
                text: qsTr("Review")
            }

            KeyLine { what: qsTr("Play, pause"); key: qsTr("Space") }
            KeyLine { what: qsTr("Back, stop, forward"); key: qsTr("J  K  L") }
            KeyLine { what: qsTr("One frame"); key: qsTr("←  →") }
            KeyLine { what: qsTr("Ten frames"); key: qsTr("Shift ←  →") }
            KeyLine { what: qsTr("Previous, next marker"); key: qsTr("↑  ↓") }
            KeyLine { what: qsTr("First, last frame"); key: qsTr("Home  End") }
            KeyLine { what: qsTr("In, out"); key: qsTr("I  O") }
            KeyLine { what: qsTr("Marker"); key: qsTr("M") }
            KeyLine { what: qsTr("Still"); key: qsTr("S") }
            KeyLine { what: qsTr("True pixels, fit"); key: qsTr("F") }
        }
    }
}
