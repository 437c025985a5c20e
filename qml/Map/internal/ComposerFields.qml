// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The fields of a request. Times are read when a field is left or Enter is pressed, and shown as they were understood.
ColumnLayout {
    id: root

    required property ComposerViewModel composer

    spacing: Theme.largeGap

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6

        FormField {
            Layout.fillWidth: true
            label: qsTr("Offence")

            ComboBox {
                objectName: "offenceField"
                Layout.fillWidth: true
                model: root.composer.offences
                currentIndex: root.composer.offenceIndex
                displayText: currentIndex < 0 ? qsTr("Choose what is investigated") : currentText
                Accessible.name: qsTr("Offence")
                Accessible.description: displayText
                onActivated: index => root.composer.offenceIndex = index
            }
        }

        ComposerFindings {
            Layout.fillWidth: true
            findings: root.composer.offenceFindings
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6

        FormField {
            Layout.fillWidth: true
            label: root.composer.hoursLabel
            remark: root.composer.lengthText

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.smallGap

                TextField {
                    objectName: "fromField"
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: root.composer.fromText
                    placeholderText: qsTr("22 Nov, 20:00")
                    tone: root.composer.hoursFindings.length > 0 ? TextField.Caution : TextField.Neutral
                    Accessible.name: qsTr("From")
                    onEditingFinished: root.composer.fromText = text
                }

                TextField {
                    objectName: "toField"
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: root.composer.toText
                    placeholderText: qsTr("22 Nov, 22:30")
                    tone: root.composer.hoursFindings.length > 0 ? TextField.Caution : TextField.Neutral
                    Accessible.name: qsTr("To")
                    onEditingFinished: root.composer.toText = text
                }
            }
        }

        ComposerFindings {
            Layout.fillWidth: true
            findings: root.composer.hoursFindings
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.smallGap

            FormField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("Case number")

                TextField {
                    objectName: "caseField"
                    Layout.fillWidth: true
                    text: root.composer.caseNumber
                    placeholderText: qsTr("2026-004117")
                    font: Theme.fonts.mono
                    Accessible.name: qsTr("Case number")
                    onTextEdited: root.composer.caseNumber = text
                }
            }

            FormField {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("Ends")

                TextField {
                    objectName: "endsField"
                    Layout.fillWidth: true
                    text: root.composer.endsText
                    placeholderText: qsTr("6 Dec 2026")
                    Accessible.name: qsTr("Ends")
                    onEditingFinished: root.composer.endsText = text
                }
            }
        }

        ComposerFindings {
            Layout.fillWidth: true
            findings: root.composer.caseFindings
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6

        FormField {
            Layout.fillWidth: true
            label: qsTr("What you ask for")

            TextArea {
                id: words

                objectName: "requestTextBox"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(Math.max(86, area.implicitHeight), 220)
                name: qsTr("What you ask for")
                placeholderText: qsTr("We are looking for footage of … Please share what your camera recorded, if you wish.")
                tone: root.composer.textFindings.length > 0 ? TextArea.Caution : TextArea.Neutral
                area.objectName: "requestText"
                area.onTextChanged: root.composer.text = area.text

                Binding {
                    target: words.area
                    property: "text"
                    value: root.composer.text
                    restoreMode: Binding.RestoreNone
                }

                FindingHighlighter {
                    textDocument: words.area.textDocument
                    composer: root.composer
                    ink: Theme.caution
                    ground: Theme.cautionGround
                }
            }
        }

        ComposerFindings {
            objectName: "textFindings"
            Layout.fillWidth: true
            findings: root.composer.textFindings
        }
    }
}
