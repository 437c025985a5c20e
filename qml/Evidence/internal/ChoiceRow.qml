// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Types

// One clip, note or still with its box; a note or still stands indented below its clip.
Item {
    id: root

    required property int index
    required property exportChoice choice
    signal toggled(int row, bool isChosen)

    implicitWidth: ListView.view ? ListView.view.width : row.implicitWidth
    implicitHeight: row.implicitHeight + (root.choice.isPart ? Theme.smallGap : 2 * Theme.mediumGap)

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: root.choice.isPart ? 44 : Theme.mediumGap
        anchors.rightMargin: Theme.mediumGap
        spacing: Theme.mediumGap

        CheckBox {
            objectName: "exportChoice" + root.index
            enabled: root.choice.canBeChosen
            checked: root.choice.isChosen
            Accessible.name: root.choice.title
            Accessible.description: root.choice.refusal !== "" ? root.choice.refusal : root.choice.detail
            onToggled: root.toggled(root.index, checked)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            opacity: root.choice.canBeChosen || root.choice.refusal !== "" ? 1 : 0.55

            Label {
                Layout.fillWidth: true
                text: root.choice.title
                font: root.choice.isPart ? Theme.fonts.body : Theme.fonts.bodyStrong
                elide: Text.ElideRight
            }

            Label {
                Layout.fillWidth: true
                text: root.choice.detail
                color: Theme.secondText
                font: Theme.fonts.small
                elide: Text.ElideRight
            }
        }

        Chip {
            visible: root.choice.refusal !== ""
            glyph: Theme.icons.circleMinus
            tone: Chip.Caution
            text: root.choice.refusal
        }
    }

    Separator {
        anchors.top: parent.top
        width: parent.width
        visible: !root.choice.isPart && root.index > 0
    }
}
