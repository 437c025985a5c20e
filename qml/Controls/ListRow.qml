// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

// A row of a list. The selected one (`highlighted`) is pale amber with an amber edge. Set `contentItem`.
T.ItemDelegate {
    id: root

    property bool hasLine: true

    implicitWidth: ListView.view ? ListView.view.width : implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.largeGap
    rightPadding: Theme.largeGap
    topPadding: 10
    bottomPadding: 10
    font: Theme.fonts.body
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: root.text
    Accessible.selected: root.highlighted

    contentItem: Label {
        text: root.text
        font: root.font
    }

    background: Rectangle {
        color: root.highlighted ? Theme.selectedRow : root.hovered ? Theme.hoveredRow : "transparent"

        Rectangle {
            width: Theme.selectionEdge
            height: parent.height
            visible: root.highlighted
            color: Theme.accent
        }

        Separator {
            anchors.bottom: parent.bottom
            width: parent.width
            visible: root.hasLine
        }

        FocusRing {
            anchors.margins: 1
            shown: root.visualFocus
            radius: Theme.pictureRadius
        }
    }
}
