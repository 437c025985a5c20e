// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Types

// Commands that check a package with what every system has, each with a button that copies them.
Rectangle {
    id: root

    required property list<exportLine> commands
    signal copyWanted(string text)

    implicitHeight: column.implicitHeight + 2 * Theme.largeGap
    color: Theme.raised
    radius: Theme.fieldRadius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.largeGap
        spacing: Theme.smallGap

        SectionTitle {
            Layout.fillWidth: true
            text: qsTr("Anyone can check this without Porchlight")
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("In a terminal, inside the package's folder:")
            color: Theme.secondText
            font: Theme.fonts.small
        }

        Repeater {
            model: root.commands

            RowLayout {
                id: way

                required property int index
                required property exportLine modelData

                Layout.fillWidth: true
                spacing: Theme.mediumGap

                Label {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 6
                    Layout.preferredWidth: 132
                    text: way.modelData.title
                    font: Theme.fonts.small
                }

                Label {
                    Layout.fillWidth: true
                    Layout.topMargin: 6
                    text: way.modelData.detail
                    color: Theme.secondText
                    font: Theme.fonts.monoSmall
                    lineHeight: 1.3
                    wrapMode: Text.WrapAnywhere
                }

                IconButton {
                    objectName: "copyCommandButton" + way.index
                    Layout.alignment: Qt.AlignTop
                    glyph: Theme.icons.copy
                    Accessible.name: qsTr("Copy the commands for %1").arg(way.modelData.title)
                    onClicked: root.copyWanted(way.modelData.detail)
                }
            }
        }
    }
}
