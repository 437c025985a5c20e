// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

// A square button with a glyph; `text` is its name for screen readers and its tooltip.
T.Button {
    id: root

    property string glyph
    property string key
    property int iconSize: 18
    property color ink: root.checked ? Theme.accent : Theme.secondText

    implicitWidth: Theme.fieldHeight
    implicitHeight: Theme.fieldHeight
    hoverEnabled: true
    opacity: root.enabled ? 1 : 0.45
    Accessible.name: root.text
    Accessible.description: root.key

    contentItem: Icon {
        glyph: root.glyph
        size: root.iconSize
        color: root.hovered && !root.checked ? Theme.text : root.ink
    }

    background: Rectangle {
        color: root.checked ? Theme.accentGround : root.down ? Theme.hairline : root.hovered ? Theme.raised : "transparent"
        radius: Theme.fieldRadius

        FocusRing {
            shown: root.visualFocus
        }
    }

    Loader {
        active: root.hovered && root.text !== ""

        sourceComponent: ToolTip {
            parent: root
            visible: true
            text: root.text
            key: root.key
        }
    }
}
