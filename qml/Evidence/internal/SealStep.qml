// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Where the package goes and for whom, said plainly that it will be unsealed; while it is written, how far it is.
ColumnLayout {
    id: root

    required property ExportViewModel viewModel
    readonly property bool isWriting: root.viewModel.stage === ExportViewModel.Writing

    spacing: Theme.mediumGap

    FolderDialog {
        id: folderDialog

        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: root.viewModel.useFolder(folderDialog.selectedFolder)
    }

    Rectangle {
        Layout.fillWidth: true
        Layout.fillHeight: true
        color: Theme.surface
        border.color: Theme.hairline
        radius: Theme.cardRadius

        LoadingState {
            objectName: "exportProgress"
            anchors.fill: parent
            visible: root.isWriting
            sentence: root.viewModel.progressText
            figure: root.viewModel.progressFigure
            share: root.viewModel.progressShare
            canCancel: true
            onCancelled: root.viewModel.cancelExport()
        }

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.pageMargin
            visible: !root.isWriting
            spacing: Theme.pageMargin

            Notice {
                objectName: "unsealedNotice"
                Layout.fillWidth: true
                tone: Notice.Caution
                canClose: false
                text: qsTr("This package will be unsealed: no signing key is set up. Its checksums show damage and changes; they do not show who made it. The package says so on its first page.")
            }

            FormField {
                Layout.fillWidth: true
                Layout.maximumWidth: 720
                label: qsTr("Folder the package is written into")
                remark: qsTr("a disk or stick that is handed over, for one")

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.smallGap

                    TextField {
                        objectName: "exportFolderField"
                        Layout.fillWidth: true
                        text: root.viewModel.folder
                        font: Theme.fonts.mono
                        Accessible.name: qsTr("Folder the package is written into")
                        onTextEdited: root.viewModel.folder = text
                    }

                    Button {
                        objectName: "chooseFolderButton"
                        glyph: Theme.icons.folderOpen
                        text: qsTr("Choose…")
                        onClicked: folderDialog.open()
                    }
                }
            }

            FormField {
                Layout.fillWidth: true
                Layout.maximumWidth: 720
                label: qsTr("Handed to")
                remark: qsTr("stands in the package and in the custody log")

                TextField {
                    objectName: "exportRecipientField"
                    Layout.fillWidth: true
                    text: root.viewModel.recipient
                    placeholderText: qsTr("Name and office, for example the county's district attorney")
                    Accessible.name: qsTr("Handed to")
                    onTextEdited: root.viewModel.recipient = text
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: !root.isWriting
        spacing: Theme.mediumGap

        Button {
            objectName: "exportSealBackButton"
            text: qsTr("Back")
            onClicked: root.viewModel.goBack()
        }

        Label {
            Layout.fillWidth: true
            text: root.viewModel.summary
            color: Theme.secondText
        }

        Button {
            objectName: "exportButton"
            look: Button.Main
            enabled: root.viewModel.folder !== ""
            glyph: Theme.icons.packageCheck
            text: qsTr("Write the package, unsealed")
            onClicked: root.viewModel.startExport()
        }
    }
}
