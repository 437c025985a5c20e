// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.ScrollBar {
    id: root

    implicitWidth: root.orientation === Qt.Vertical ? 10 : 40
    implicitHeight: root.orientation === Qt.Vertical ? 40 : 10
    padding: 2
    minimumSize: 0.06
    visible: root.policy === T.ScrollBar.AlwaysOn || (root.policy !== T.ScrollBar.AlwaysOff && root.size > 0 && root.size < 1)
    Accessible.ignored: true

    contentItem: Rectangle {
        color: root.pressed || root.hovered ? Theme.thirdText : Theme.hairline
        radius: 3
    }
}
