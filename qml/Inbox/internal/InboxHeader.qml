// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Inbox
import Porchlight.Theme

// The page's name, how much there is, and which of it is shown.
Item {
    id: root

    required property InboxViewModel viewModel

    implicitHeight: 58

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.largeGap
        anchors.rightMargin: Theme.largeGap
        spacing: Theme.smallGap

        PageTitle {
            text: qsTr("Inbox")
        }

        Label {
            objectName: "inboxSummary"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            visible: root.viewModel.hasCase
            text: root.viewModel.summary
            color: Theme.secondText
        }

        Item {
            Layout.fillWidth: true
            visible: !root.viewModel.hasCase
        }

        FilterChip {
            objectName: "inboxShowAll"
            text: qsTr("All states")
            checked: root.viewModel.show === InboxViewModel.AllStates
            onClicked: root.viewModel.show = InboxViewModel.AllStates
        }

        FilterChip {
            objectName: "inboxShowNew"
            text: qsTr("New")
            checked: root.viewModel.show === InboxViewModel.OnlyNew
            onClicked: root.viewModel.show = InboxViewModel.OnlyNew
        }

        FilterChip {
            objectName: "inboxShowAccepted"
            text: qsTr("Accepted")
            checked: root.viewModel.show === InboxViewModel.OnlyAccepted
            onClicked: root.viewModel.show = InboxViewModel.OnlyAccepted
        }

        FilterChip {
            objectName: "inboxNewestFirst"
            text: qsTr("Newest first")
            checked: root.viewModel.isNewestFirst
            onClicked: root.viewModel.isNewestFirst = !root.viewModel.isNewestFirst
        }
    }
}
