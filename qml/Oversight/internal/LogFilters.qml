// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Oversight
import Porchlight.Theme

// Which entries are listed.
Item {
    id: root

    required property OversightViewModel viewModel

    implicitHeight: 58

    Shortcut {
        enabled: root.visible
        sequences: [StandardKey.Find]
        onActivated: search.forceActiveFocus(Qt.ShortcutFocusReason)
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.largeGap
        anchors.rightMargin: Theme.largeGap
        spacing: Theme.smallGap

        SearchField {
            id: search

            objectName: "logSearchField"
            Layout.fillWidth: true
            Layout.maximumWidth: 360
            placeholderText: qsTr("Officer, act, reason, number")
            key: qsTr("Ctrl F")
            text: root.viewModel.searchText
            Accessible.name: qsTr("Search the custody log")
            onTextChanged: root.viewModel.searchText = search.text
        }

        ComboBox {
            objectName: "logActionBox"
            Layout.preferredWidth: 220
            model: root.viewModel.actionTexts
            currentIndex: root.viewModel.actionIndex
            Accessible.description: qsTr("Which acts are listed")
            onActivated: index => root.viewModel.actionIndex = index
        }

        FilterChip {
            objectName: "logShowAll"
            text: qsTr("All outcomes")
            checked: root.viewModel.show === OversightViewModel.Everything
            onClicked: root.viewModel.show = OversightViewModel.Everything
        }

        FilterChip {
            objectName: "logShowRefused"
            text: qsTr("Refused")
            checked: root.viewModel.show === OversightViewModel.OnlyRefused
            onClicked: root.viewModel.show = OversightViewModel.OnlyRefused
        }

        FilterChip {
            objectName: "logShowFailed"
            text: qsTr("Failed")
            checked: root.viewModel.show === OversightViewModel.OnlyFailed
            onClicked: root.viewModel.show = OversightViewModel.OnlyFailed
        }

        FilterChip {
            objectName: "logOfThisCase"
            visible: root.viewModel.caseNumber !== ""
            text: qsTr("Case %1").arg(root.viewModel.caseNumber)
            checked: root.viewModel.isOfThisCase
            onClicked: root.viewModel.isOfThisCase = !root.viewModel.isOfThisCase
        }

        Item {
            Layout.fillWidth: true
        }
    }
}
