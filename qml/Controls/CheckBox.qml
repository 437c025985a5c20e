// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.CheckBox {
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
        color: root.checkState === Qt.Unchecked ? Theme.surface : Theme.accentGround
        border.color: root.checkState !== Qt.Unchecked ? Theme.accent : root.hovered ? Theme.secondText : Theme.thirdText
        border.width: root.checkState === Qt.Unchecked ? 1 : 1.5
        radius: Theme.pictureRadius

        Icon {
            anchors.centerIn: parent
            visible: root.checkState !== Qt.Unchecked
            glyph: root.checkState === Qt.PartiallyChecked ? Theme.icons.minus : Theme.icons.check
            size: 14
            color: Theme.accent
        }

        FocusRing {
            shown: root.visualFocus
            radius: Theme.chipRadius
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
