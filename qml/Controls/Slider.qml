// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.Slider {
    id: root

    implicitWidth: 120
    implicitHeight: 24
    hoverEnabled: true
    opacity: root.enabled ? 1 : 0.45

    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: (root.height - height) / 2
        implicitWidth: 12
        implicitHeight: 12
        color: Theme.text
        radius: 6

        FocusRing {
            shown: root.visualFocus
            radius: 8
        }
    }

    background: Rectangle {
        x: root.leftPadding
        y: (root.height - height) / 2
        width: root.availableWidth
        height: 4
        color: Theme.hairline
        radius: 2
    }
}
