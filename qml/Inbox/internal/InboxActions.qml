// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Inbox
import Porchlight.Theme

// What can be done with the chosen row, and how far the arriving ones are.
Rectangle {
    id: root

    required property InboxViewModel viewModel
    required property InboxList list
    readonly property InboxRow row: root.list.currentItem as InboxRow
    readonly property bool canOpen: root.row !== null && root.row.clip.canOpen
    readonly property bool canDecide: root.row !== null && root.row.clip.canDecide
    signal declineWanted()

    implicitHeight: 60
    color: Theme.surface

    Separator {
        width: parent.width
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.largeGap
        anchors.rightMargin: Theme.largeGap
        spacing: Theme.smallGap

        Button {
            objectName: "openClipButton"
            look: Button.Main
            text: qsTr("Open in Review")
            key: qsTr("Enter")
            enabled: root.canOpen
            onClicked: root.viewModel.openClip(root.list.currentIndex)
        }

        Button {
            objectName: "acceptClipButton"
            text: qsTr("Accept")
            key: qsTr("A")
            enabled: root.canDecide
            onClicked: root.viewModel.acceptClip(root.list.currentIndex)
        }

        Button {
            objectName: "declineClipButton"
            text: qsTr("Decline…")
            key: qsTr("D")
            enabled: root.canDecide
            onClicked: root.declineWanted()
        }

        Button {
            objectName: "tryAgainButton"
            visible: root.viewModel.hasStuck
            text: qsTr("Try again")
            onClicked: root.viewModel.tryAgain()
        }

        Label {
            objectName: "inboxArriving"
            Layout.fillWidth: true
            visible: root.viewModel.arrivingCount > 0
            text: root.viewModel.arrivingText
            color: Theme.secondText
            horizontalAlignment: Text.AlignRight
        }

        ProgressBar {
            visible: root.viewModel.arrivingCount > 0
            to: 1000
            value: root.viewModel.arrivingPermille
            Accessible.name: qsTr("Clips arriving")
        }

        Label {
            Layout.fillWidth: true
            visible: root.viewModel.arrivingCount === 0
            opacity: root.canOpen ? 1 : 0
            text: qsTr("Opening a clip is recorded with your name and the reason “case %1”.").arg(root.viewModel.caseNumber)
            color: Theme.secondText
            font: Theme.fonts.small
            horizontalAlignment: Text.AlignRight
        }
    }
}
