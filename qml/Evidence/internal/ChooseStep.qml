// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Clips with their notes and stills; what is ticked goes in.
ColumnLayout {
    id: root

    required property ExportViewModel viewModel

    spacing: Theme.mediumGap

    Rectangle {
        Layout.fillWidth: true
        Layout.fillHeight: true
        color: Theme.surface
        border.color: Theme.hairline
        radius: Theme.cardRadius

        ListArea {
            id: list

            objectName: "exportChoices"
            anchors.fill: parent
            anchors.margins: Theme.smallGap
            model: root.viewModel.choices
            Accessible.name: qsTr("What may go into the package")
            delegate: ChoiceRow {
                onToggled: (row, isChosen) => root.viewModel.setChosen(row, isChosen)
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mediumGap

        Label {
            objectName: "exportSummary"
            Layout.fillWidth: true
            text: root.viewModel.summary
            color: Theme.secondText
        }

        Button {
            objectName: "exportNextButton"
            look: Button.Main
            enabled: root.viewModel.canGoNext
            text: qsTr("Check what goes in")
            onClicked: root.viewModel.goNext()
        }
    }
}
