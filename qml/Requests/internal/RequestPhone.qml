// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Exactly what residents read, drawn as on a phone. Its buttons are a picture of buttons.
Rectangle {
    id: root

    required property RequestsViewModel viewModel

    implicitWidth: 360
    implicitHeight: column.implicitHeight + 56
    color: Theme.surface
    border.color: Theme.hairline
    radius: 28
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What residents see")

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 10
        width: 64
        height: 4
        color: Theme.hairline
        radius: 2
    }

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 20
        anchors.topMargin: 30
        spacing: Theme.smallGap

        RowLayout {
            spacing: 6

            Icon {
                glyph: Theme.icons.shield
                size: 14
                color: Theme.secondText
            }

            Label {
                Layout.fillWidth: true
                text: root.viewModel.residentFrom
                color: Theme.secondText
            }
        }

        PageTitle {
            objectName: "residentTitle"
            Layout.fillWidth: true
            text: root.viewModel.residentTitle
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            text: root.viewModel.residentHours
            color: Theme.secondText
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            text: root.viewModel.residentCase
            color: Theme.secondText
            wrapMode: Text.Wrap
        }

        Label {
            objectName: "residentText"
            Layout.fillWidth: true
            Layout.topMargin: Theme.smallGap
            text: root.viewModel.residentText
            lineHeight: 1.25
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: root.viewModel.residentContact !== ""
            text: qsTr("Questions: %1").arg(root.viewModel.residentContact)
            color: Theme.secondText
            wrapMode: Text.Wrap
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.smallGap
            implicitHeight: choice.implicitHeight + 24
            color: Theme.raised
            radius: Theme.railRadius

            Label {
                id: choice

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.mediumGap
                text: qsTr("You decide. %1").arg(root.viewModel.residentChoice)
                color: Theme.secondText
                lineHeight: 1.25
                wrapMode: Text.Wrap
            }
        }

        RowLayout {
            Layout.topMargin: Theme.smallGap
            spacing: Theme.smallGap

            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 44
                color: Theme.mainButton
                radius: Theme.fieldRadius

                Label {
                    anchors.centerIn: parent
                    text: qsTr("Choose a clip")
                    color: Theme.mainButtonText
                    font: Theme.fonts.bodyMedium
                }
            }

            Rectangle {
                implicitWidth: ignore.implicitWidth + 32
                implicitHeight: 44
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
    }
}
