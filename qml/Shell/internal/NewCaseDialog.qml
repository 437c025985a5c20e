// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Shell
import Porchlight.Theme

// Opens a case: requests, clips and packages belong to it.
Dialog {
    id: root

    required property ShellViewModel shell

    objectName: "newCaseDialog"
    width: 440
    title: qsTr("Open a case")
    acceptText: qsTr("Open case")
    canAccept: number.text.trim() !== ""
    closesOnAccept: false
    onAboutToShow: {
        number.clear();
        caseTitle.clear();
        root.shell.forgetCaseProblem();
    }
    onOpened: number.forceActiveFocus()
    onAcceptWanted: root.shell.openCase(number.text, caseTitle.text)

    Connections {
        target: root.shell

        function onCaseOpened(): void {
            root.close();
        }
    }

    contentItem: ColumnLayout {
        spacing: Theme.mediumGap

        FormField {
            Layout.fillWidth: true
            label: qsTr("Case number")
            tone: FormField.Bad
            finding: root.shell.caseProblem

            TextField {
                id: number

                objectName: "caseNumberField"
                Layout.fillWidth: true
                placeholderText: qsTr("As your agency writes it")
                Accessible.name: qsTr("Case number")
                onTextEdited: root.shell.forgetCaseProblem()
                onAccepted: root.acceptWanted()
            }
        }

        FormField {
            Layout.fillWidth: true
            label: qsTr("What it is about")
            remark: qsTr("may stay empty")

            TextField {
                id: caseTitle

                objectName: "caseTitleField"
                Layout.fillWidth: true
                placeholderText: qsTr("Burglary, 2300 block of Wood Street")
                Accessible.name: qsTr("What it is about")
                onAccepted: root.acceptWanted()
            }
        }
    }
}
