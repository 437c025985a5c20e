// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// What goes in, what stays out and why, before a byte is written.
ColumnLayout {
    id: root

    required property ExportViewModel viewModel

    spacing: Theme.mediumGap

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.largeGap

        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            color: Theme.surface
            border.color: Theme.hairline
            radius: Theme.cardRadius

            ScrollArea {
                id: inside

                anchors.fill: parent
                anchors.margins: Theme.largeGap

                LineColumn {
                    objectName: "exportIncluded"
                    width: inside.availableWidth - Theme.mediumGap
                    heading: qsTr("Goes in")
                    lines: root.viewModel.included
                    glyph: Theme.icons.check
                    ink: Theme.good
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 2
            color: Theme.surface
            border.color: Theme.hairline
            radius: Theme.cardRadius

            ScrollArea {
                id: outside

                anchors.fill: parent
                anchors.margins: Theme.largeGap

                ColumnLayout {
                    width: outside.availableWidth - Theme.mediumGap
                    spacing: Theme.pageMargin

                    LineColumn {
                        objectName: "exportLeftOut"
                        Layout.fillWidth: true
                        heading: qsTr("Stays out, and why")
                        lines: root.viewModel.leftOut
                        none: qsTr("Nothing stays out.")
                        glyph: Theme.icons.circleMinus
                    }

                    LineColumn {
                        objectName: "exportCautions"
                        Layout.fillWidth: true
                        visible: root.viewModel.cautions.length > 0
                        heading: qsTr("Worth knowing")
                        lines: root.viewModel.cautions
                        glyph: Theme.icons.triangleAlert
                        ink: Theme.caution
                    }
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mediumGap

        Button {
            objectName: "exportBackButton"
            text: qsTr("Back")
            onClicked: root.viewModel.goBack()
        }

        Label {
            Layout.fillWidth: true
            text: root.viewModel.summary
            color: Theme.secondText
        }

        Button {
            objectName: "exportCheckNextButton"
            look: Button.Main
            text: qsTr("Go on")
            onClicked: root.viewModel.goNext()
        }
    }
}
