// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtLocation
import QtPositioning
import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The map itself: streets at the bottom, then Qt Location's empty map with grounds, the area and the marks on it. Both
// follow one camera. Pointer and keys are handed to the view-model.
FocusScope {
    id: root

    required property MapViewModel viewModel
    readonly property AreaEditor editor: root.viewModel.editor
    readonly property MapCamera camera: root.viewModel.camera
    readonly property bool lacksStreets: streets.lacksStreets
    readonly property bool dragsFigure: root.editor.tool === AreaEditor.Rectangle || root.editor.tool === AreaEditor.Circle
                                        || root.editor.tool === AreaEditor.Freehand

    objectName: "mapCanvas"
    activeFocusOnTab: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Map. Arrow keys move it, plus and minus change the zoom. With a drawing tool, Space sets a point in its middle.")
    Keys.onLeftPressed: event => root.viewModel.arrowPressed(-1, 0, event.modifiers & Qt.ShiftModifier)
    Keys.onRightPressed: event => root.viewModel.arrowPressed(1, 0, event.modifiers & Qt.ShiftModifier)
    Keys.onUpPressed: event => root.viewModel.arrowPressed(0, -1, event.modifiers & Qt.ShiftModifier)
    Keys.onDownPressed: event => root.viewModel.arrowPressed(0, 1, event.modifiers & Qt.ShiftModifier)
    Keys.onReturnPressed: root.editor.finish()
    Keys.onEnterPressed: root.editor.finish()
    Keys.onEscapePressed: root.viewModel.escapePressed()
    Keys.onSpacePressed: root.viewModel.setPointInMiddle()
    Keys.onDeletePressed: root.editor.removeSelected()

    MapKeys {
        viewModel: root.viewModel
        enabled: root.activeFocus
    }

    StreetBasemap {
        id: streets

        objectName: "streetBasemap"
        anchors.fill: parent
        camera: root.camera
        ground: root.viewModel.ground
        night: Theme.dark
        fontFamily: Theme.fonts.body.family
    }

    Map {
        id: map

        objectName: "mapItems"
        anchors.fill: parent
        plugin: Plugin { name: "itemsoverlay" }
        color: "transparent"
        copyrightsVisible: false
        maximumTilt: 0
        maximumZoomLevel: root.camera.maximumZoom
        center: root.camera.center
        zoomLevel: root.camera.zoomLevel
        bearing: root.camera.bearing

        MapItemView {
            model: root.viewModel.selectedGround

            delegate: MapPolygon {
                required property geoPolygon modelData

                geoShape: modelData
                autoFadeIn: false
                color: "transparent"
                border.color: Qt.alpha(Theme.secondText, 0.7)
                border.width: 1.5
                referenceSurface: QtLocation.ReferenceSurface.Globe
            }
        }

        MapItemView {
            model: root.editor.hasInside ? 1 : 0

            delegate: MapPolygon {
                objectName: "areaShape"
                geoShape: root.editor.areaPolygon
                autoFadeIn: false
                color: Qt.alpha(Theme.accent, 0.16)
                border.color: Theme.accent
                border.width: 2
                referenceSurface: QtLocation.ReferenceSurface.Globe
            }
        }

        MapItemView {
            model: root.editor.outsideGround

            delegate: MapPolygon {
                required property geoPolygon modelData

                objectName: "areaOutside"
                geoShape: modelData
                autoFadeIn: false
                color: Qt.alpha(Theme.bad, 0.28)
                border.color: Theme.bad
                border.width: 1
                referenceSurface: QtLocation.ReferenceSurface.Globe
            }
        }

        MapItemView {
            model: root.editor.hasLine ? 1 : 0

            delegate: MapLine {
                objectName: "areaLine"
                path: root.editor.linePath
                line.color: Theme.accent
                line.width: 2
            }
        }

        MapItemView {
            model: root.editor.hasFault ? 1 : 0

            delegate: MapLine {
                objectName: "areaFaultEdge"
                path: root.editor.faultPath
                line.color: Theme.bad
                line.width: 3
            }
        }

        MapItemView {
            model: root.viewModel.marks

            delegate: MapMarkItem {
                viewModel: root.viewModel
            }
        }

        MapFlag {
            place: root.viewModel.foundPosition
            name: root.viewModel.foundName
        }

        MapItemView {
            model: root.editor

            delegate: AreaHandleItem {
                editor: root.editor
                camera: root.camera
                canvas: root
            }
        }

        MapItemView {
            model: root.editor.edgeLabels

            delegate: EdgeLabelItem {}
        }

        MapQuickItem {
            objectName: "areaFaultPlace"
            visible: root.editor.faultPlace.isValid
            coordinate: root.editor.faultPlace
            autoFadeIn: false
            anchorPoint: Qt.point(9, 9)
            z: 6

            sourceItem: Rectangle {
                width: 18
                height: 18
                color: "transparent"
                border.color: Theme.bad
                border.width: 3
                radius: 9
            }
        }
    }

    // Where Space sets a point.
    Icon {
        objectName: "middleMark"
        anchors.centerIn: parent
        visible: root.activeFocus && root.editor.tool !== AreaEditor.Select
        glyph: Theme.icons.plus
        size: 20
        color: Theme.accent
        opacity: 0.7
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => root.camera.zoomBy(event.angleDelta.y / 240, Qt.point(event.x, event.y))
    }

    HoverHandler {
        cursorShape: root.editor.tool === AreaEditor.Select ? Qt.ArrowCursor : Qt.CrossCursor
        onPointChanged: root.viewModel.pointerMoved(point.position)
        onHoveredChanged: root.viewModel.pointerLeft()
    }

    TapHandler {
        onPressedChanged: root.forceActiveFocus(Qt.MouseFocusReason)
        onTapped: eventPoint => root.viewModel.tapped(eventPoint.position, tapCount)
    }

    DragHandler {
        target: null
        enabled: !root.dragsFigure
        xAxis.onActiveValueChanged: delta => root.camera.panBy(-delta, 0)
        yAxis.onActiveValueChanged: delta => root.camera.panBy(0, -delta)
    }

    DragHandler {
        target: null
        acceptedButtons: Qt.RightButton
        yAxis.enabled: false
        xAxis.onActiveValueChanged: delta => root.camera.turnBy(delta / 4)
    }

    DragHandler {
        id: figureDrag

        target: null
        enabled: root.dragsFigure
        onActiveChanged: figureDrag.active ? root.editor.beginDrag(root.camera.placeAt(figureDrag.centroid.pressPosition))
                                           : root.editor.endDrag()
        onCentroidChanged: root.viewModel.dragged(figureDrag.centroid.position, figureDrag.active)
    }

    PinchHandler {
        target: null
        onScaleChanged: delta => root.camera.pinchBy(delta, centroid.position)
        onRotationChanged: delta => root.camera.turnBy(-delta)
    }
}
