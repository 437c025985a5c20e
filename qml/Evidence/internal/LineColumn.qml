// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Types

// Lines with a title and a sentence below it, under a heading; one sentence where there are none.
ColumnLayout {
    id: root

    required property string heading
    required property list<exportLine> lines
    property string none
    property string glyph
    property color ink: Theme.secondText

    spacing: 0

    SectionTitle {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.smallGap
        text: root.heading
    }

    Label {
        Layout.fillWidth: true
        visible: root.lines.length === 0
        text: root.none
        color: Theme.secondText
        wrapMode: Text.Wrap
    }

    Repeater {
        model: root.lines

        ColumnLayout {
            id: line

            required property exportLine modelData

            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.smallGap
                Layout.bottomMargin: Theme.smallGap
                spacing: Theme.mediumGap

                Icon {
                    Layout.alignment: Qt.AlignTop
                    visible: root.glyph !== ""
                    glyph: root.glyph
                    color: root.ink
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    Label {
                        Layout.fillWidth: true
                        visible: line.modelData.title !== ""
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
