// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

ColumnLayout {
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
