// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// Play and pause: the one filled button of the page.
IconButton {
    id: root

    required property bool isPlaying

    implicitWidth: 36
    implicitHeight: 36
    focusPolicy: Qt.TabFocus
    glyph: root.isPlaying ? Theme.icons.pause : Theme.icons.play
    text: root.isPlaying ? qsTr("Pause") : qsTr("Play")

    contentItem: Icon {
        glyph: root.glyph
        size: root.iconSize
        color: Theme.mainButtonText
    }

    background: Rectangle {
        color: root.hovered && !root.down ? Theme.mainButtonHovered : Theme.mainButton
        radius: Theme.fieldRadius

        FocusRing {
            shown: root.visualFocus
        }
    }
}
