// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// The ground of what lies over a page: menus, lists of choices, dialogs. The dim edge needs no effect of the graphics card.
Rectangle {
    id: root

    color: Theme.surface
    border.color: Theme.hairline
    radius: Theme.fieldRadius

    Rectangle {
        anchors.fill: parent
        anchors.margins: -1
        anchors.topMargin: 1
        anchors.bottomMargin: -3
        z: -1
        color: Theme.shadow
        radius: root.radius + 1
    }
}
