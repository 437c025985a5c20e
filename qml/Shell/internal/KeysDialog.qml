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

    signal reviewKeysWanted()

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

            Label {
                Layout.fillWidth: true
                text: qsTr("Review has keys of its own, which the settings can change.")
                color: Theme.secondText
                wrapMode: Text.Wrap
            }

            Button {
                objectName: "reviewKeysButton"
                Layout.topMargin: Theme.smallGap
                text: qsTr("Keys of review")
                onClicked: {
                    root.close();
                    root.reviewKeysWanted();
                }
            }
        }
    }
}
