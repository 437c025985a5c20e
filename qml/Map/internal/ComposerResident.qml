// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The request as it stands on a resident's phone. Its buttons are a picture of buttons: nothing here can be pressed.
Rectangle {
    id: root

    required property ComposerViewModel composer

    implicitHeight: column.implicitHeight + 2 * Theme.largeGap
    color: Theme.raised
    border.color: Theme.hairline
    radius: Theme.cardRadius
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What residents will see")

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.largeGap
        spacing: 6

        RowLayout {
            spacing: 6

            Icon {
                glyph: Theme.icons.shield
                size: 14
                color: Theme.secondText
            }

            Label {
                Layout.fillWidth: true
                text: root.composer.residentFrom
                color: Theme.secondText
                font: Theme.fonts.small
            }
        }

        Label {
            objectName: "residentTitle"
            Layout.fillWidth: true
            text: root.composer.residentTitle
            font: Theme.fonts.bodyStrong
            wrapMode: Text.Wrap
        }

        Label {
            objectName: "residentHours"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.composer.residentHours
            color: Theme.secondText
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.composer.text
            wrapMode: Text.Wrap
            maximumLineCount: 6
        }

        Row {
            Layout.topMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            spacing: Theme.smallGap

            Rectangle {
                implicitWidth: share.implicitWidth + 28
                implicitHeight: 30
                color: Theme.mainButton
                radius: Theme.fieldRadius

                Label {
                    id: share

                    anchors.centerIn: parent
                    text: qsTr("Share a clip")
                    color: Theme.mainButtonText
                    font: Theme.fonts.bodyMedium
                }
            }

            Rectangle {
                implicitWidth: ignore.implicitWidth + 28
                implicitHeight: 30
                color: Theme.surface
                border.color: Theme.hairline
                radius: Theme.fieldRadius

                Label {
                    id: ignore

                    anchors.centerIn: parent
                    text: qsTr("Ignore")
                    font: Theme.fonts.bodyMedium
                }
            }
        }

        Label {
            Layout.fillWidth: true
            text: root.composer.residentChoice
            color: Theme.secondText
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }
    }
}
