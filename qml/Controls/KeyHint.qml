// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// The key that does the same as the control it stands in.
Rectangle {
    id: root

    required property string key
    property color ink: Theme.secondText
    property color line: Theme.hairline

    implicitWidth: Math.max(20, word.implicitWidth + 10)
    implicitHeight: 18
    color: "transparent"
    border.color: root.line
    radius: Theme.pictureRadius

    Text {
        id: word

        anchors.centerIn: parent
        text: root.key
        color: root.ink
        font.family: Theme.fonts.small.family
        font.pixelSize: 11
        font.weight: Font.Medium
        Accessible.ignored: true
    }
}
