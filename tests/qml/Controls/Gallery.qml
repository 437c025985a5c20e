// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Every control in its states on one page, for the eye.
Rectangle {
    id: root

    width: 1280
    height: 900
    color: Theme.window

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.pageMargin
        spacing: Theme.pageMargin

        ColumnLayout {
            Layout.preferredWidth: 380
            Layout.alignment: Qt.AlignTop
            spacing: Theme.mediumGap

            PageTitle {
                text: "Buttons and fields"
            }

            RowLayout {
                Button {
                    objectName: "mainButton"
                    text: "Open in Review"
                    key: "Enter"
                    look: Button.Main
                }

                Button {
                    text: "Accept"
                    key: "A"
                }

                Button {
                    text: "Remove"
                    glyph: Theme.icons.trash2
                    look: Button.Danger
                }
            }

            RowLayout {
                Button {
                    text: "Send for approval"
                    look: Button.Main
                    enabled: false
                }

                Button {
                    text: "Quiet"
                    look: Button.Quiet
                }

                IconButton {
                    glyph: Theme.icons.lock
                    text: "Lock"
                }

                IconButton {
                    glyph: Theme.icons.pentagon
                    text: "Polygon"
                    checked: true
                    checkable: true
                }
            }

            SearchField {
                Layout.fillWidth: true
                placeholderText: "Search or type a command"
                key: "Ctrl K"
            }

            FormField {
                Layout.fillWidth: true
                label: "Hours asked for"
                remark: "2 h 30 min of at most 12 h"

                TextField {
                    Layout.fillWidth: true
                    text: "22 Nov, 20:00"
                }
            }

            FormField {
                Layout.fillWidth: true
                label: "What you ask for"
                finding: "Pressure. Residents are free to ignore a request. Write “Please share”."

                TextArea {
                    Layout.fillWidth: true
                    tone: TextArea.Caution
                    text: "We are looking for footage of a white van near Wood Street between 20:00 and 22:30. You must send what your camera recorded."
                }
            }

            ComboBox {
                id: offences

                Layout.fillWidth: true
                model: ["Burglary of a dwelling", "Robbery", "Missing person"]
            }

            CheckBox {
                text: "The picture"
                checked: true
            }

            CheckBox {
                text: "The sound"
            }

            Switch {
                text: "Residents’ phones on this network"
                checked: true
            }

            Switch {
                text: "Allow review without confinement"
            }

            RadioButton {
                text: "This computer"
                checked: true
            }

            RadioButton {
                text: "Another exchange"
            }
        }

        ColumnLayout {
            Layout.preferredWidth: 380
            Layout.alignment: Qt.AlignTop
            spacing: Theme.mediumGap

            SectionTitle {
                text: "Chips, bars and rows"
            }

            Flow {
                Layout.fillWidth: true
                spacing: 6

                Chip {
                    text: "block"
                }

                Chip {
                    text: "no sound"
                    tone: Chip.Bad
                    glyph: Theme.icons.volumeX
                }

                Chip {
                    text: "matches its receipt"
                    tone: Chip.Good
                    glyph: Theme.icons.check
                }

                Chip {
                    text: "time not stated"
                    tone: Chip.Caution
                    glyph: Theme.icons.triangleAlert
                }

                Chip {
                    text: "New"
                    tone: Chip.Accent
                }

                FilterChip {
                    text: "In view 6"
                    checked: true
                }

                FilterChip {
                    text: "State"
                }
            }

            BarMeter {
                Layout.fillWidth: true
                value: 0.133
                minimum: 0.025
                maximum: 0.5
                name: "Area"
            }

            ProgressBar {
                Layout.fillWidth: true
                value: 0.41
            }

            Slider {
                Layout.fillWidth: true
                value: 0.5
            }

            Card {
                Layout.fillWidth: true
                Layout.preferredHeight: 170
                padding: 1

                ColumnLayout {
                    anchors.fill: parent
                    spacing: 0

                    TableHeader {
                        Layout.fillWidth: true

                        TableHeading {
                            Layout.fillWidth: true
                            text: "Clip"
                        }

                        TableHeading {
                            text: "State"
                        }
                    }

                    ListRow {
                        Layout.fillWidth: true
                        text: "Larkfield Police Department"
                        highlighted: true
                    }

                    ListRow {
                        Layout.fillWidth: true
                        text: "Ashby Township Police"
                    }
                }
            }

            Steps {
                Layout.fillWidth: true
                steps: ["Choose", "Check", "Seal", "Done"]
                current: 2
            }

            Notice {
                Layout.fillWidth: true
                tone: Notice.Caution
                text: "The decoder ended while it read “front door.mp4”. It was started again; nothing is lost."
                actionText: "Show"
            }

            Notice {
                Layout.fillWidth: true
                tone: Notice.Bad
                text: "The disk is full."
            }

            ToolGroup {
                IconButton {
                    glyph: Theme.icons.mousePointer2
                    text: "Select"
                }

                IconButton {
                    glyph: Theme.icons.pentagon
                    text: "Polygon"
                    checkable: true
                    checked: true
                }

                IconButton {
                    glyph: Theme.icons.square
                    text: "Rectangle"
                }

                IconButton {
                    glyph: Theme.icons.undo2
                    text: "Undo"
                }
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.pageMargin

            QrCode {
                objectName: "qrCode"
                Layout.preferredWidth: 150
                Layout.preferredHeight: 150
                text: "http://192.0.2.7:8080/r/9f2c41d0"
            }

            EmptyState {
                Layout.fillWidth: true
                glyph: Theme.icons.inbox
                title: "No clips yet"
                text: "Clips that residents share arrive here with what may be done with them."
                actionText: "Write a request"
            }

            ErrorState {
                Layout.fillWidth: true
                title: "The log could not be read"
                text: "Nothing was changed. Close other programs that use the folder and try again."
            }

            LoadingState {
                Layout.fillWidth: true
                sentence: "Reading the frames of “front door.mp4”"
                figure: "812 of 1,340 frames"
                share: 0.6
                canCancel: true
            }

            Label {
                text: "Page title 20, heading 15, 13 and 12: 0123456789"
            }

            Label {
                text: "21:14:07.533"
                font: Theme.fonts.monoFigure
            }

            Label {
                text: "9f2c 41d0 0be7 -> != 1111"
                font: Theme.fonts.mono
            }
        }
    }
}
