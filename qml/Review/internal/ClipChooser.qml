// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// What stands in place of a picture before a clip is chosen.
Item {
    id: root

    required property ReviewViewModel viewModel
    readonly property bool hasClips: root.viewModel.clips.count > 0

    EmptyState {
        objectName: "reviewEmpty"
        anchors.fill: parent
        visible: !root.hasClips
        glyph: Theme.icons.film
        title: root.viewModel.hasCase ? qsTr("No clips in this case yet") : qsTr("No case is open")
        text: root.viewModel.hasCase ? qsTr("Clips that residents share arrive in the inbox. Open one there and it is shown here.")
                                     : qsTr("Open or choose a case in the bar above; its clips are listed here.")
    }

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(620, parent.width - 2 * Theme.pageMargin)
        height: parent.height
        visible: root.hasClips
        spacing: Theme.mediumGap

        PageTitle {
            Layout.topMargin: Theme.pageMargin
            text: qsTr("Choose a clip")
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("Opening a clip is recorded with your name and the case number.")
            color: Theme.secondText
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.bottomMargin: Theme.pageMargin

            ClipList {
                anchors.fill: parent
                anchors.margins: 1
                viewModel: root.viewModel
            }
        }
    }
}
