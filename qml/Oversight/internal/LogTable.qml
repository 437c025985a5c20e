// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Oversight
import Porchlight.Theme

// The entries, newest first, and what stands there when there are none.
ColumnLayout {
    id: root

    required property OversightViewModel viewModel
    readonly property int count: list.count

    spacing: 0

    function chooseRow(row: int) {
        list.currentIndex = row;
        list.forceActiveFocus(Qt.MouseFocusReason);
    }

    function letGo() {
        list.currentIndex = -1;
    }

    TableHeader {
        Layout.fillWidth: true
        visible: list.count > 0

        TableHeading {
            Layout.preferredWidth: 176
            text: qsTr("Time (%1)").arg(root.viewModel.zoneName)
        }

        TableHeading {
            Layout.preferredWidth: 150
            text: qsTr("Who")
        }

        TableHeading {
            Layout.fillWidth: true
            Layout.preferredWidth: 120
            Layout.horizontalStretchFactor: 2
            text: qsTr("What")
        }

        TableHeading {
            Layout.fillWidth: true
            Layout.preferredWidth: 120
            Layout.horizontalStretchFactor: 3
            text: qsTr("Why, and every refused attempt")
        }
    }

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        ListArea {
            id: list

            objectName: "logList"
            anchors.fill: parent
            model: root.viewModel.entries
            currentIndex: -1
            Accessible.name: qsTr("Entries of the custody log, newest first")
            onCurrentIndexChanged: root.viewModel.chooseRow(list.currentIndex)
            Keys.onEscapePressed: root.letGo()

            delegate: LogRow {
                width: list.width
                highlighted: ListView.isCurrentItem
                onClicked: root.chooseRow(index)
            }
        }

        LoadingState {
            anchors.fill: parent
            visible: root.viewModel.isLoading && list.count === 0
            sentence: qsTr("Reading the custody log…")
        }

        ErrorState {
            anchors.fill: parent
            visible: !root.viewModel.isLoading && list.count === 0 && root.viewModel.problem !== ""
            title: qsTr("The custody log cannot be shown")
            text: root.viewModel.problem
        }

        EmptyState {
            objectName: "logEmpty"
            anchors.fill: parent
            visible: !root.viewModel.isLoading && list.count === 0 && root.viewModel.problem === ""
            glyph: Theme.icons.scale
            title: root.viewModel.isFiltered ? qsTr("No entry matches") : qsTr("Nothing has been done yet")
            text: root.viewModel.isFiltered
                  ? qsTr("No entry has all that is asked for.")
                  : qsTr("Every act, and every refused attempt, will stand here. Open a case to begin.")
            actionText: root.viewModel.isFiltered ? qsTr("Show all entries") : ""
            onActionChosen: root.viewModel.clearFilters()
        }
    }
}
