// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

// What a control does and the key that does the same.
T.ToolTip {
    id: root

    property string key

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + Theme.gap : 0
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: Theme.gap
    padding: 6
    leftPadding: 10
    rightPadding: 10
    delay: Theme.tooltipDelay
    font: Theme.fonts.small
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Row {
        spacing: Theme.smallGap

        Text {
            height: Math.max(implicitHeight, 18)
            text: root.text
            color: Theme.surface
            font: root.font
            verticalAlignment: Text.AlignVCenter
        }

        KeyHint {
            visible: root.key !== ""
            key: root.key
            ink: Theme.surface
            line: Theme.secondText
        }
    }

    background: Rectangle {
        color: Theme.text
        radius: Theme.chipRadius
    }
}
