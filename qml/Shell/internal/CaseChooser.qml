// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Shell
import Porchlight.Theme
import Porchlight.Types

// The list that opens from the case in the bar.
Popover {
    id: root

    required property ShellViewModel shell
    signal newCaseWanted()

    width: 380
    padding: 0
    topPadding: Theme.gap
    bottomPadding: Theme.gap
    objectName: "caseList"

    contentItem: ColumnLayout {
        spacing: 0

        ListArea {
            id: list

            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 360)
            visible: root.shell.cases.count > 0
            focus: true
            model: root.shell.cases
            Accessible.name: qsTr("Cases")

            delegate: ListRow {
                id: row

                required property int index
                required property caseFile file

                hasLine: false
                text: row.file.number
                highlighted: row.file.id === root.shell.caseFile.id
                onClicked: {
                    root.shell.chooseCase(row.file.id);
                    root.close();
                }

                contentItem: ColumnLayout {
                    spacing: 2

                    Label {
                        Layout.fillWidth: true
                        text: row.file.number
                        font: Theme.fonts.bodyStrong
                        Accessible.ignored: true
                    }

                    Label {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: row.file.title
                        color: Theme.secondText
                        font: Theme.fonts.small
                        Accessible.ignored: true
                    }
                }
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.margins: Theme.largeGap
            visible: root.shell.cases.count === 0
            text: qsTr("There is no case yet. Requests, clips and packages belong to a case.")
            color: Theme.secondText
            wrapMode: Text.Wrap
        }

        Separator {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
        }

        Button {
            objectName: "newCaseButton"
            Layout.leftMargin: Theme.smallGap
            Layout.rightMargin: Theme.smallGap
            Layout.fillWidth: true
            look: Button.Quiet
            glyph: Theme.icons.plus
            text: qsTr("Open a new case")
            key: qsTr("Ctrl N")
            onClicked: {
                root.close();
                root.newCaseWanted();
            }
        }
    }
}
