// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The package is written: the seven lines of its check, where it lies, how anyone can check it, and what it holds.
RowLayout {
    id: root

    required property ExportViewModel viewModel

    spacing: Theme.largeGap

    Rectangle {
        Layout.fillWidth: true
        Layout.fillHeight: true
        color: Theme.surface
        border.color: Theme.hairline
        radius: Theme.cardRadius

        ScrollArea {
            id: left

            anchors.fill: parent
            anchors.margins: Theme.largeGap

            ColumnLayout {
                width: left.availableWidth - Theme.mediumGap
                spacing: Theme.largeGap

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.mediumGap

                    Rectangle {
                        Layout.alignment: Qt.AlignTop
                        implicitWidth: 40
                        implicitHeight: 40
                        color: Theme.cautionGround
                        radius: Theme.fieldRadius

                        Icon {
                            anchors.centerIn: parent
                            glyph: Theme.icons.packageCheck
                            size: 22
                            color: Theme.caution
                        }
                    }

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        SectionTitle {
                            objectName: "exportResultSentence"
                            Layout.fillWidth: true
                            text: root.viewModel.resultSentence
                            wrapMode: Text.Wrap
                        }

                        Label {
                            Layout.fillWidth: true
                            text: root.viewModel.resultDetail
                            color: Theme.secondText
                            wrapMode: Text.Wrap
                        }
                    }
                }

                ColumnLayout {
                    objectName: "exportResults"
                    Layout.fillWidth: true
                    spacing: 0

                    Repeater {
                        model: root.viewModel.results

                        ResultRow {
                            Layout.fillWidth: true
                        }
                    }
                }

                FormField {
                    Layout.fillWidth: true
                    label: qsTr("Where it lies")

                    TextField {
                        objectName: "exportedFolderField"
                        Layout.fillWidth: true
                        readOnly: true
                        text: root.viewModel.resultFolder
                        font: Theme.fonts.mono
                        Accessible.name: qsTr("Folder of the package")
                    }
                }

                FormField {
                    Layout.fillWidth: true
                    label: qsTr("SHA-256 of tagmanifest-sha256.txt, kept in the custody log; send it by another road than the package")

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.smallGap

                        TextField {
                            objectName: "exportedDigestField"
                            Layout.fillWidth: true
                            readOnly: true
                            text: root.viewModel.resultDigest
                            font: Theme.fonts.mono
                            Accessible.name: qsTr("SHA-256 of the package")
                        }

                        IconButton {
                            objectName: "copyDigestButton"
                            glyph: Theme.icons.copy
                            Accessible.name: qsTr("Copy the SHA-256")
                            onClicked: root.viewModel.copyText(root.viewModel.resultDigest)
                        }
                    }
                }

                CommandBox {
                    Layout.fillWidth: true
                    commands: root.viewModel.commands
                    onCopyWanted: text => root.viewModel.copyText(text)
                }
            }
        }
    }

    Rectangle {
        Layout.preferredWidth: 420
        Layout.maximumWidth: 0.34 * root.width
        Layout.fillHeight: true
        color: Theme.surface
        border.color: Theme.hairline
        radius: Theme.cardRadius

        ScrollArea {
            id: right

            anchors.fill: parent
            anchors.margins: Theme.largeGap

            ColumnLayout {
                width: right.availableWidth - Theme.mediumGap
                spacing: Theme.pageMargin

                HeldColumn {
                    Layout.fillWidth: true
                    lines: root.viewModel.held
                }

                LineColumn {
                    Layout.fillWidth: true
                    heading: qsTr("Left out, and why")
                    lines: root.viewModel.leftOut
                    none: qsTr("Nothing was left out.")
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    visible: root.viewModel.recipient !== ""
                    spacing: Theme.smallGap

                    SectionTitle {
                        Layout.fillWidth: true
                        text: qsTr("Handed to")
                    }

                    Label {
                        Layout.fillWidth: true
                        text: root.viewModel.recipient
                        color: Theme.secondText
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
