// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One setting of the view, from -100 to 100; 0, in the middle, is as the picture is stored.
RowLayout {
    id: root

    required property string label
    required property string sliderName
    required property int value
    readonly property string figure: root.value > 0 ? "+" + root.value : root.value < 0 ? "\u2212" + -root.value : "0"
    signal moved(value: int)

    spacing: Theme.smallGap

    Label {
        Layout.preferredWidth: 76
        text: root.label
    }

    Slider {
        objectName: root.sliderName
        Layout.preferredWidth: 208
        from: -100
        to: 100
        stepSize: 1
        value: root.value
        Accessible.name: root.label
        onMoved: root.moved(value)

        Rectangle {
            x: Math.round((parent.width - width) / 2)
            y: (parent.height - height) / 2
            z: -1
            width: 2
            height: 12
            color: Theme.hairline
        }
    }

    Label {
        objectName: root.sliderName + "Figure"
        Layout.preferredWidth: 40
        text: root.figure
        font: Theme.fonts.monoSmall
        horizontalAlignment: Text.AlignRight
    }
}
