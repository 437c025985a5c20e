// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Rows of a list with what is to be said about each.
ColumnLayout {
    id: root

    required property string heading
    required property list<string> rows

    visible: root.rows.length > 0
    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        text: root.heading
        font: Theme.fonts.bodyStrong
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Math.min(150, list.contentHeight + 2 * Theme.smallGap)
        color: Theme.raised
        border.color: Theme.hairline
        radius: Theme.fieldRadius

        ListArea {
            id: list

            anchors.fill: parent
            anchors.margins: Theme.smallGap
            model: root.rows
            spacing: 3
            Accessible.name: root.heading

            delegate: Label {
                required property string modelData

                width: ListView.view.width - Theme.mediumGap
                text: modelData
                font: Theme.fonts.small
                wrapMode: Text.Wrap
            }
        }
    }
}
