// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One installed map pack, and what can be done with it.
RowLayout {
    id: root

    required property packEntry entry
    property bool isBusy: false
    signal checkWanted(id: string)
    signal removeWanted(id: string)

    objectName: "packRow-" + root.entry.id
    spacing: Theme.gap

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 3

        RowLayout {
            spacing: Theme.gap

            Label {
                text: root.entry.name
                font: Theme.fonts.bodyStrong
            }

            Chip {
                objectName: "packState-" + root.entry.id
                visible: root.entry.fault !== "" || root.entry.isWhole
                tone: root.entry.fault !== "" ? Chip.Bad : Chip.Good
                text: root.entry.fault !== "" ? qsTr("damaged") : qsTr("whole")
            }
        }

        Label {
            Layout.fillWidth: true
            visible: root.entry.facts !== ""
            text: root.entry.facts
            color: Theme.secondText
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: root.entry.credits !== ""
            text: root.entry.credits
            color: Theme.secondText
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: root.entry.fault !== ""
            text: root.entry.fault
            color: Theme.bad
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }
    }

    Button {
        objectName: "checkPack-" + root.entry.id
        Layout.alignment: Qt.AlignTop
        enabled: !root.isBusy
        text: qsTr("Check")
        Accessible.name: qsTr("Check every byte of %1").arg(root.entry.name)
        onClicked: root.checkWanted(root.entry.id)
    }

    Button {
        objectName: "removePack-" + root.entry.id
        Layout.alignment: Qt.AlignTop
        enabled: !root.isBusy
        text: qsTr("Remove")
        Accessible.name: qsTr("Remove %1").arg(root.entry.name)
        onClicked: root.removeWanted(root.entry.id)
    }
}
