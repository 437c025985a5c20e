// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// What stands where there is nothing yet: why, and the next step.
Item {
    id: root

    required property string glyph
    required property string title
    property string text
    property string actionText
    property string actionGlyph
    property string otherActionText
    property color ink: Theme.secondText
    property color ground: Theme.raised
    signal actionChosen()
    signal otherActionChosen()

    implicitWidth: 400
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(420, root.width - 2 * Theme.largeGap)
        spacing: Theme.smallGap

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.gap
            implicitWidth: 48
            implicitHeight: 48
            color: root.ground
            border.color: Theme.hairline
            radius: Theme.cardRadius

            Icon {
                anchors.centerIn: parent
                glyph: root.glyph
                size: 22
                color: root.ink
            }
        }

        SectionTitle {
            Layout.fillWidth: true
            text: root.title
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: root.text !== ""
            text: root.text
            color: Theme.secondText
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.3
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.smallGap
            spacing: Theme.smallGap

            Button {
                objectName: "emptyStateButton"
                visible: root.actionText !== ""
                text: root.actionText
                glyph: root.actionGlyph
                onClicked: root.actionChosen()
            }

            Button {
                objectName: "emptyStateOtherButton"
                visible: root.otherActionText !== ""
                text: root.otherActionText
                onClicked: root.otherActionChosen()
            }
        }
    }
}
