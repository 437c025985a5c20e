// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// What the rules find in one field: each with the rule's name, right under the field.
ColumnLayout {
    id: root

    required property list<findingRow> findings

    visible: root.findings.length > 0
    spacing: Theme.gap

    Repeater {
        model: root.findings

        RowLayout {
            id: row

            required property findingRow modelData
            readonly property color ink: row.modelData.isRefusal ? Theme.caution : Theme.secondText

            Layout.fillWidth: true
            spacing: 6

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
                glyph: row.modelData.isRefusal ? Theme.icons.triangleAlert : Theme.icons.info
                size: 14
                color: row.ink
            }

            Label {
                Layout.fillWidth: true
                text: row.modelData.markup
                textFormat: Text.StyledText
                color: row.ink
                font: Theme.fonts.small
                wrapMode: Text.Wrap
                Accessible.name: qsTr("%1. %2").arg(row.modelData.rule).arg(row.modelData.sentence)
            }
        }
    }
}
