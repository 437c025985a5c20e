// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.RadioButton {
    id: root

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(24, implicitContentHeight)
    spacing: Theme.smallGap
    font: Theme.fonts.body
    hoverEnabled: true
    opacity: root.enabled ? 1 : 0.55

    indicator: Rectangle {
        y: (root.height - height) / 2
        implicitWidth: 18
        implicitHeight: 18
        color: Theme.surface
        border.color: root.checked ? Theme.accent : root.hovered ? Theme.secondText : Theme.thirdText
        border.width: root.checked ? 1.5 : 1
        radius: 9

        Rectangle {
            anchors.centerIn: parent
            width: 8
            height: 8
            visible: root.checked
            color: Theme.accent
            radius: 4
        }

        FocusRing {
            shown: root.visualFocus
            radius: 11
        }
    }

    contentItem: Text {
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        color: Theme.text
        font: root.font
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
