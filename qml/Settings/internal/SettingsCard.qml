// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// A group of settings that belong together, with its title and what it is for.
Rectangle {
    id: root

    required property string title
    required property string glyph
    property string text
    default property alias content: holder.data

    Layout.fillWidth: true
    implicitHeight: column.implicitHeight + 40
    color: Theme.surface
    border.color: Theme.hairline
    radius: Theme.cardRadius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 20
        spacing: Theme.mediumGap

        RowLayout {
            spacing: 10

            Icon {
                glyph: root.glyph
                size: 18
            }

            SectionTitle {
                Layout.fillWidth: true
                text: root.title
            }
        }

        Label {
            Layout.fillWidth: true
            visible: root.text !== ""
            text: root.text
            color: Theme.secondText
            lineHeight: 1.25
            wrapMode: Text.Wrap
        }

        ColumnLayout {
            id: holder

            Layout.fillWidth: true
            spacing: Theme.mediumGap
        }
    }
}
