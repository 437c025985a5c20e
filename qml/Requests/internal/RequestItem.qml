// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// A request in the list, or the heading of a group.
ListRow {
    id: root

    required property requestRow row

    implicitHeight: root.row.isHeading ? 32 : Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    enabled: !root.row.isHeading
    highlighted: root.row.isSelected
    text: root.row.title
    Accessible.description: root.row.detail

    contentItem: ColumnLayout {
        spacing: 3

        RowLayout {
            spacing: Theme.smallGap

            Label {
                Layout.fillWidth: true
                text: root.row.title
                color: root.row.isHeading ? Theme.secondText : Theme.text
                font: root.row.isHeading ? Theme.fonts.smallStrong : Theme.fonts.bodyStrong
            }

            Label {
                text: root.row.note
                color: Theme.secondText
                font: Theme.fonts.small
            }
        }

        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.row.detail
            color: Theme.secondText
            font: Theme.fonts.small
        }
    }
}
