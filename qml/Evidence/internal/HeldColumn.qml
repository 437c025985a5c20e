// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Types

// The clips of the finished package with their pictures.
ColumnLayout {
    id: root

    required property list<exportLine> lines

    spacing: 0

    SectionTitle {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gap
        text: qsTr("What it holds")
    }

    Repeater {
        model: root.lines

        ColumnLayout {
            id: line

            required property exportLine modelData

            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.smallGap
                Layout.bottomMargin: Theme.smallGap
                spacing: Theme.mediumGap

                Rectangle {
                    Layout.preferredWidth: 86
                    Layout.preferredHeight: 48
                    color: Theme.pictureGround
                    radius: Theme.pictureRadius

                    Image {
                        anchors.fill: parent
                        asynchronous: true
                        fillMode: Image.PreserveAspectFit
                        source: line.modelData.picture
                        sourceSize.width: 172
                        Accessible.ignored: true
                    }

                    Icon {
                        anchors.centerIn: parent
                        visible: line.modelData.picture.toString() === ""
                        glyph: Theme.icons.film
                        color: Theme.overPictureText
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    Label {
                        Layout.fillWidth: true
                        text: line.modelData.title
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        text: line.modelData.detail
                        color: Theme.secondText
                        font: Theme.fonts.small
                        wrapMode: Text.Wrap
                    }
                }
            }

            Separator {
                Layout.fillWidth: true
            }
        }
    }
}
