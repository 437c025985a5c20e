// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The speed of play and the list it is chosen from.
Button {
    id: root

    required property ReviewViewModel viewModel

    objectName: "speedButton"
    implicitWidth: 58
    implicitHeight: 26
    leftPadding: 6
    rightPadding: 6
    focusPolicy: Qt.TabFocus
    font: Theme.fonts.monoSmall
    text: root.viewModel.speedText
    Accessible.name: qsTr("Speed %1").arg(root.viewModel.speedText)
    onClicked: list.open()

    Popover {
        id: list

        y: -implicitHeight - Theme.gap
        padding: Theme.gap

        contentItem: Column {
            Repeater {
                model: root.viewModel.speeds

                delegate: SpeedRow {
                    onChosen: speed => root.viewModel.playAt(speed)
                    onClicked: list.close()
                }
            }
        }
    }
}
