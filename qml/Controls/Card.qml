// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// A surface with rounded corners around what belongs together. Its children are laid out by themselves.
Rectangle {
    id: root

    property int padding: Theme.largeGap
    default property alias content: area.data

    implicitWidth: area.childrenRect.width + 2 * root.padding
    implicitHeight: area.childrenRect.height + 2 * root.padding
    color: Theme.surface
    border.color: Theme.hairline
    radius: Theme.cardRadius

    Item {
        id: area

        anchors.fill: parent
        anchors.margins: root.padding
    }
}
