// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// What stands while something is made ready: a sentence, and for longer work a figure and a way to stop it.
Item {
    id: root

    required property string sentence
    property string figure
    property real share: -1 // 0 to 1; below 0 where it is not known.
    property bool canCancel: false
    signal cancelled()

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(320, root.width - 2 * Theme.largeGap)
        spacing: Theme.mediumGap

        Label {
            Layout.fillWidth: true
            text: root.sentence
            color: Theme.secondText
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }

        ProgressBar {
            Layout.fillWidth: true
            indeterminate: root.share < 0
            value: Math.max(0, root.share)
            Accessible.name: root.sentence
        }

        Label {
            Layout.alignment: Qt.AlignHCenter
            visible: root.figure !== ""
            text: root.figure
            color: Theme.secondText
            font: Theme.fonts.small
        }

        Button {
            objectName: "cancelButton"
            Layout.alignment: Qt.AlignHCenter
            visible: root.canCancel
            text: qsTr("Cancel")
            onClicked: root.cancelled()
        }
    }
}
