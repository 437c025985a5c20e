// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The keys of review, as they are set.
Dialog {
    id: root

    required property ReviewViewModel viewModel
    readonly property int columns: 3

    objectName: "keySheet"
    title: qsTr("Keys of review")
    acceptText: qsTr("Close")
    rejectText: ""

    contentItem: ColumnLayout {
        spacing: Theme.mediumGap

        GridLayout {
            columnSpacing: Theme.pageMargin
            rowSpacing: Theme.smallGap
            flow: GridLayout.TopToBottom
            rows: Math.ceil(root.viewModel.keyboard.count / root.columns)

            Repeater {
                model: root.viewModel.keyboard

                delegate: KeyEntry {}
            }
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("The wheel zooms the time line, with Shift it moves it. In the loupe a click holds it and the wheel enlarges. Keys are changed in the settings.")
            color: Theme.secondText
            font: Theme.fonts.small
        }
    }
}
