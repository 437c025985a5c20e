// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtCore
import QtQuick

import Porchlight.Theme

// A panel at one edge of a page. Its inner edge is dragged, or moved with the arrow keys; the size is remembered under
// its name. In a layout: Layout.fillHeight (or fillWidth for top and bottom) and no preferred size.
Item {
    id: root

    required property string name
    property int edge: Qt.LeftEdge
    property real size: root.preferredSize
    property real preferredSize: 320
    property real minimumSize: 200
    property real maximumSize: 800
    property color color: Theme.surface
    readonly property bool isSide: root.edge === Qt.LeftEdge || root.edge === Qt.RightEdge
    readonly property int direction: root.edge === Qt.LeftEdge || root.edge === Qt.TopEdge ? 1 : -1
    readonly property real boundSize: Math.max(root.minimumSize, Math.min(root.maximumSize, root.size))
    default property alias content: body.data

    implicitWidth: root.isSide ? root.boundSize : 0
    implicitHeight: root.isSide ? 0 : root.boundSize

    Settings {
        category: "panels/" + root.name
        property alias size: root.size
    }

    Rectangle {
        id: body

        anchors.fill: parent
        color: root.color
        clip: true
    }

    Rectangle {
        id: handle

        x: root.edge === Qt.LeftEdge ? root.width - width : 0
        y: root.edge === Qt.TopEdge ? root.height - height : 0
        width: root.isSide ? (handle.activeFocus ? 3 : 1) : root.width
        height: root.isSide ? root.height : (handle.activeFocus ? 3 : 1)
        color: handle.activeFocus || hover.hovered || drag.active ? Theme.accent : Theme.hairline
        activeFocusOnTab: true
        Accessible.role: Accessible.Splitter
        Accessible.name: qsTr("Size of the panel")
        Keys.onLeftPressed: root.size = root.boundSize - 16 * root.direction
        Keys.onRightPressed: root.size = root.boundSize + 16 * root.direction
        Keys.onUpPressed: root.size = root.boundSize - 16 * root.direction
        Keys.onDownPressed: root.size = root.boundSize + 16 * root.direction

        Item {
            anchors.fill: parent
            anchors.margins: -4

            HoverHandler {
                id: hover

                cursorShape: root.isSide ? Qt.SplitHCursor : Qt.SplitVCursor
            }

            DragHandler {
                id: drag

                target: null
                xAxis.enabled: root.isSide
                yAxis.enabled: !root.isSide
                xAxis.onActiveValueChanged: delta => root.size = root.boundSize + delta * root.direction
                yAxis.onActiveValueChanged: delta => root.size = root.boundSize + delta * root.direction
            }
        }
    }
}
