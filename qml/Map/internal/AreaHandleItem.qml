// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtLocation
import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// A handle of the area: a corner, the middle of an edge, the centre or the rim of a circle. Dragged with the mouse, or
// reached with Tab and moved with the arrow keys.
MapQuickItem {
    id: root

    required property areaHandle handle
    required property AreaEditor editor
    required property MapCamera camera
    required property Item canvas

    coordinate: root.handle.position
    anchorPoint: Qt.point(grip.width / 2, grip.height / 2)
    autoFadeIn: false
    z: root.handle.isMiddle ? 4 : 5

    sourceItem: Item {
        id: grip

        objectName: root.handle.objectName
        width: 24
        height: 24
        activeFocusOnTab: true
        Accessible.role: Accessible.Grip
        Accessible.name: root.handle.words
        Accessible.description: qsTr("Arrow keys move it, Delete removes it, Insert splits the edge")
        onActiveFocusChanged: root.editor.focusHandle(root.handle.row, activeFocus)

        Rectangle {
            anchors.centerIn: parent
            width: root.handle.isMiddle ? 9 : 14
            height: width
            color: root.handle.isSelected ? Theme.accent : Theme.surface
            border.color: Theme.accent
            border.width: root.handle.isMiddle ? 1.5 : 2
            radius: width / 2

            FocusRing {
                anchors.margins: -4
                shown: grip.activeFocus
                radius: height / 2
            }
        }

        HoverHandler {
            cursorShape: Qt.SizeAllCursor
        }

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: root.editor.tapHandle(root.handle.row)
        }

        DragHandler {
            id: drag

            target: null
            dragThreshold: 2
            onActiveChanged: drag.active ? root.editor.beginMove(root.handle.row) : root.editor.endMove()
            onCentroidChanged: root.editor.moveTo(root.camera.placeAt(root.canvas.mapFromItem(grip, drag.centroid.position)))
        }
    }
}
