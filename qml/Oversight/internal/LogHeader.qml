// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Oversight
import Porchlight.Theme

// The page's name, whether the log is whole, and what can be done with it.
RowLayout {
    id: root

    required property OversightViewModel viewModel

    spacing: Theme.smallGap

    PageTitle {
        text: qsTr("Oversight")
    }

    Label {
        Layout.leftMargin: Theme.gap
        text: qsTr("Audit log")
        color: Theme.secondText
        font: Theme.fonts.heading
    }

    Chip {
        objectName: "logCheckChip"
        Layout.leftMargin: Theme.smallGap
        text: root.viewModel.checkText
        tone: root.viewModel.check === OversightViewModel.Intact ? Chip.Good
            : root.viewModel.check === OversightViewModel.Broken ? Chip.Bad : Chip.Neutral
        glyph: root.viewModel.check === OversightViewModel.Intact ? Theme.icons.shieldCheck
             : root.viewModel.check === OversightViewModel.Broken ? Theme.icons.shieldX : Theme.icons.shield
    }

    Item {
        Layout.fillWidth: true
    }

    Button {
        id: exportButton

        objectName: "exportLogButton"
        glyph: Theme.icons.download
        text: qsTr("Export")
        onClicked: menu.popup(exportButton, 0, exportButton.height + Theme.gap)

        Menu {
            id: menu

            MenuItem {
                objectName: "exportCsvItem"
                text: qsTr("As a table (CSV)")
                onTriggered: csvDialog.open()
            }

            MenuItem {
                objectName: "exportJsonLinesItem"
                text: qsTr("As JSON lines, with hashes")
                onTriggered: jsonLinesDialog.open()
            }
        }
    }

    Button {
        objectName: "verifyLogButton"
        look: Button.Main
        glyph: Theme.icons.shieldCheck
        text: qsTr("Verify now")
        enabled: root.viewModel.check !== OversightViewModel.Checking
        onClicked: root.viewModel.verifyNow()
    }

    FileDialog {
        id: csvDialog

        title: qsTr("Copy the listed entries as a table")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("Table (*.csv)")]
        onAccepted: root.viewModel.exportCsv(csvDialog.selectedFile)
    }

    FileDialog {
        id: jsonLinesDialog

        title: qsTr("Copy the listed entries as JSON lines")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "jsonl"
        nameFilters: [qsTr("JSON lines (*.jsonl)")]
        onAccepted: root.viewModel.exportJsonLines(jsonLinesDialog.selectedFile)
    }
}
