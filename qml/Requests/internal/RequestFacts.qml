// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// What was asked, as a table of two columns.
ColumnLayout {
    id: root

    required property RequestsViewModel viewModel

    spacing: Theme.smallGap

    Repeater {
        model: root.viewModel.facts

        RowLayout {
            id: row

            required property requestFact modelData

            Layout.fillWidth: true
            spacing: Theme.mediumGap

            Label {
                Layout.preferredWidth: 88
                Layout.alignment: Qt.AlignTop
                text: row.modelData.label
                color: Theme.secondText
            }

            Label {
                Layout.fillWidth: true
                text: row.modelData.value
                font: row.modelData.isCode ? Theme.fonts.mono : Theme.fonts.body
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Accessible.name: qsTr("%1: %2").arg(row.modelData.label).arg(row.modelData.value)
            }
        }
    }
}
