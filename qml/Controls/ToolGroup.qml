// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// A floating group of tools (IconButton children), lying over a map or a picture.
Rectangle {
    id: root

    default property alias tools: row.data
    property alias spacing: row.spacing

    implicitWidth: row.implicitWidth + 2 * Theme.gap
    implicitHeight: row.implicitHeight + 2 * Theme.gap
    color: Theme.surface
    border.color: Theme.hairline
    radius: Theme.railRadius
    Accessible.role: Accessible.ToolBar

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.gap
    }
}
