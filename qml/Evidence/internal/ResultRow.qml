// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Types

// One of the seven lines: what was looked at, PASS, FAIL, NOT PRESENT or NOT CHECKED, and why.
ColumnLayout {
    id: root

    required property int index
    required property checkResult modelData

    spacing: 0
    Accessible.role: Accessible.ListItem
    Accessible.name: root.modelData.title + ": " + root.modelData.stateText + ". " + root.modelData.reason

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.smallGap
        Layout.bottomMargin: Theme.smallGap
        spacing: Theme.smallGap

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
            glyph: root.modelData.isPass ? Theme.icons.circleCheck : root.modelData.isFail ? Theme.icons.circleX : Theme.icons.circleMinus
            color: root.modelData.isPass ? Theme.good : root.modelData.isFail ? Theme.bad : Theme.caution
        }

        Label {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            Layout.preferredWidth: 118
            text: root.modelData.title
        }

        Item {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 116
            implicitHeight: chip.implicitHeight

            Chip {
                id: chip

                objectName: "exportResult" + root.index
                tone: root.modelData.isPass ? Chip.Good : root.modelData.isFail ? Chip.Bad : Chip.Caution
                text: root.modelData.stateText
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.topMargin: 2
            text: root.modelData.reason
            color: Theme.secondText
            wrapMode: Text.Wrap
        }
    }

    Separator {
        Layout.fillWidth: true
    }
}
