// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// The steps of one task: those done have a tick, the current one its number in amber.
RowLayout {
    id: root

    required property list<string> steps
    required property int current // 0 is the first.

    spacing: Theme.mediumGap

    Repeater {
        model: root.steps

        RowLayout {
            id: step

            required property int index
            required property string modelData
            readonly property bool isDone: step.index < root.current
            readonly property bool isCurrent: step.index === root.current

            Layout.fillWidth: step.index < root.steps.length - 1
            spacing: Theme.smallGap
            Accessible.role: Accessible.StaticText
            Accessible.name: step.isDone ? qsTr("%1, done").arg(step.modelData)
                           : step.isCurrent ? qsTr("%1, current step").arg(step.modelData) : step.modelData

            Rectangle {
                implicitWidth: 22
                implicitHeight: 22
                color: step.isDone ? Theme.goodGround : step.isCurrent ? Theme.accent : "transparent"
                border.color: Theme.hairline
                border.width: step.isDone || step.isCurrent ? 0 : 1
                radius: 11

                Icon {
                    anchors.centerIn: parent
                    visible: step.isDone
                    glyph: Theme.icons.check
                    size: 13
                    color: Theme.good
                }

                Text {
                    anchors.centerIn: parent
                    visible: !step.isDone
                    text: step.index + 1
                    color: step.isCurrent ? (Theme.dark ? Theme.mainButtonText : Theme.surface) : Theme.secondText
                    font: Theme.fonts.smallStrong
                    Accessible.ignored: true
                }
            }

            Label {
                text: step.modelData
                color: step.isCurrent || step.isDone ? Theme.text : Theme.secondText
                font: step.isCurrent ? Theme.fonts.bodyStrong : Theme.fonts.body
                Accessible.ignored: true
            }

            Separator {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap
                visible: step.index < root.steps.length - 1
            }
        }
    }
}
