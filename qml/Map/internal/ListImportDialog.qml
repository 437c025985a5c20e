// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Map
import Porchlight.Theme

// Chooses a list, shows what it would change and which rows it refuses, and takes it when that is wanted.
Item {
    id: root

    required property ListImport directory
    readonly property bool isShown: root.directory.state === ListImport.Shown || root.directory.state === ListImport.Applying

    function choose(): void {
        file.open();
    }

    FileDialog {
        id: file

        title: qsTr("Choose a list of agencies")
        nameFilters: [qsTr("Lists (*.csv *.tsv *.txt *.geojson *.json *.kml *.kmz *.zip *.gz)"), qsTr("All files (*)")]
        onAccepted: root.directory.readFile(selectedFile)
    }

    Dialog {
        id: report

        objectName: "directoryImportDialog"
        title: qsTr("Import %1").arg(root.directory.sourceName)
        width: 560
        visible: root.directory.state !== ListImport.Idle
        acceptText: root.isShown ? qsTr("Import") : ""
        rejectText: root.isShown || root.directory.state === ListImport.Reading ? qsTr("Cancel") : qsTr("Close")
        canAccept: root.directory.canApply
        onAccepted: root.directory.apply()
        onRejected: root.directory.close()

        contentItem: ColumnLayout {
            spacing: Theme.mediumGap

            Label {
                Layout.fillWidth: true
                visible: root.directory.state === ListImport.Reading
                text: qsTr("Reading the list …")
                color: Theme.secondText
            }

            Notice {
                objectName: "directoryImportOutcome"
                Layout.fillWidth: true
                visible: root.directory.outcomeText !== ""
                tone: root.directory.state === ListImport.Failed ? Notice.Bad : Notice.Good
                canClose: false
                text: root.directory.outcomeText
            }

            Label {
                objectName: "directoryImportContent"
                Layout.fillWidth: true
                visible: root.isShown
                text: root.directory.contentText
                color: Theme.secondText
                wrapMode: Text.Wrap
            }

            Label {
                objectName: "directoryImportChanges"
                Layout.fillWidth: true
                visible: root.isShown
                text: root.directory.changesText
                font: Theme.fonts.bodyMedium
                wrapMode: Text.Wrap
            }

            CheckBox {
                objectName: "completeListBox"
                Layout.fillWidth: true
                visible: root.isShown
                checked: root.directory.isComplete
                text: qsTr("This list is complete: agencies that it does not name have left")
                onToggled: root.directory.isComplete = checked
            }

            ListRows {
                Layout.fillWidth: true
                visible: root.isShown && rows.length > 0
                heading: qsTr("Rows that are refused")
                rows: root.directory.refusedRows
            }

            ListRows {
                Layout.fillWidth: true
                visible: root.isShown && rows.length > 0
                heading: qsTr("Rows that were put right")
                rows: root.directory.repairedRows
            }
        }
    }
}
