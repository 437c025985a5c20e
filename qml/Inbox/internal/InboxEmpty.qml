// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Inbox
import Porchlight.Theme

// What stands where there is no clip, and the next step.
Item {
    id: root

    required property InboxViewModel viewModel
    readonly property bool isFiltered: root.viewModel.show !== InboxViewModel.AllStates
    signal requestsWanted()

    EmptyState {
        anchors.fill: parent
        visible: root.isFiltered
        glyph: Theme.icons.inbox
        title: qsTr("No clip in this state")
        actionText: qsTr("Show all states")
        onActionChosen: root.viewModel.show = InboxViewModel.AllStates
    }

    EmptyState {
        anchors.fill: parent
        visible: !root.isFiltered && root.viewModel.hasOpenRequest
        glyph: Theme.icons.inbox
        title: qsTr("Nothing has been shared yet")
        text: qsTr("Clips appear here by themselves when residents share them. Who does not share is never known.")
    }

    EmptyState {
        objectName: "inboxEmpty"
        anchors.fill: parent
        visible: !root.isFiltered && !root.viewModel.hasOpenRequest
        glyph: Theme.icons.inbox
        title: root.viewModel.hasCase ? qsTr("No request of this case is open") : qsTr("No case is open")
        text: qsTr("Draw an area on the map and publish a request. What residents share with it arrives here.")
        actionText: qsTr("Go to the map")
        onActionChosen: root.requestsWanted()
    }
}
