// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The tools over the map: select, the figures, an area from a file, undo and redo.
ToolGroup {
    id: root

    required property AreaEditor editor
    signal importAsked()

    objectName: "mapTools"
    Accessible.name: qsTr("Drawing tools")

    IconButton {
        objectName: "selectTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.mousePointer2
        text: qsTr("Move the map, select")
        key: qsTr("Esc")
        checked: root.editor.tool === AreaEditor.Select
        onClicked: root.editor.choose(AreaEditor.Select)
    }

    IconButton {
        objectName: "polygonTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.pentagon
        text: qsTr("Draw a polygon")
        key: qsTr("P")
        checked: root.editor.tool === AreaEditor.Polygon
        onClicked: root.editor.choose(AreaEditor.Polygon)
    }

    IconButton {
        objectName: "rectangleTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.square
        text: qsTr("Draw a rectangle")
        key: qsTr("R")
        checked: root.editor.tool === AreaEditor.Rectangle
        onClicked: root.editor.choose(AreaEditor.Rectangle)
    }

    IconButton {
        objectName: "circleTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.circle
        text: qsTr("Draw a circle")
        key: qsTr("C")
        checked: root.editor.tool === AreaEditor.Circle
        onClicked: root.editor.choose(AreaEditor.Circle)
    }

    IconButton {
        objectName: "corridorTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.spline
        text: qsTr("Draw a corridor along a route")
        key: qsTr("L")
        checked: root.editor.tool === AreaEditor.Corridor
        onClicked: root.editor.choose(AreaEditor.Corridor)
    }

    IconButton {
        objectName: "freehandTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.lasso
        text: qsTr("Draw by hand")
        key: qsTr("F")
        checked: root.editor.tool === AreaEditor.Freehand
        onClicked: root.editor.choose(AreaEditor.Freehand)
    }

    IconButton {
        objectName: "holeTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.donut
        text: qsTr("Cut a hole")
        key: qsTr("H")
        checked: root.editor.tool === AreaEditor.Hole
        onClicked: root.editor.choose(AreaEditor.Hole)
    }

    IconButton {
        objectName: "importAreaTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.fileInput
        text: qsTr("Take the area of a file")
        onClicked: root.importAsked()
    }

    Rectangle {
        width: 1
        height: Theme.fieldHeight
        color: Theme.hairline
    }

    IconButton {
        objectName: "undoTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.undo2
        text: qsTr("Undo")
        key: qsTr("Ctrl+Z")
        enabled: root.editor.canUndo
        onClicked: root.editor.undo()
    }

    IconButton {
        objectName: "redoTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.redo2
        text: qsTr("Redo")
        key: qsTr("Ctrl+Y")
        enabled: root.editor.canRedo
        onClicked: root.editor.redo()
    }

    IconButton {
        objectName: "clearTool"
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.trash2
        text: qsTr("Remove the area")
        enabled: !root.editor.isEmpty
        onClicked: root.editor.clear()
    }
}
