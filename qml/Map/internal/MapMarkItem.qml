// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtLocation
import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// A mark on the map: one agency as a shield, several as a number. The selected one stands on a pin with its name, so
// that it hides none of its neighbours.
MapQuickItem {
    id: root

    required property mapMark mark
    required property int index
    required property MapViewModel viewModel

    coordinate: root.mark.position
    anchorPoint: Qt.point(pin.width / 2, root.mark.isSelected ? pin.height + stem.height - 4 : pin.height / 2)
    autoFadeIn: false
    z: root.mark.isSelected ? 2 : 1

    sourceItem: Item {
        id: pin

        objectName: "mapMark" + root.index
        width: 32
        height: 32
        activeFocusOnTab: true
        Accessible.role: Accessible.Button
        Accessible.name: root.mark.words
        Accessible.onPressAction: root.viewModel.openMark(root.mark.id, root.mark.count)
        Keys.onReturnPressed: root.viewModel.openMark(root.mark.id, root.mark.count)
        Keys.onSpacePressed: root.viewModel.openMark(root.mark.id, root.mark.count)

        Rectangle {
            id: stem

            anchors.top: parent.bottom
            anchors.topMargin: -4
            anchors.horizontalCenter: parent.horizontalCenter
            width: 3
            height: 12
            visible: root.mark.isSelected
            color: Theme.accent
            border.color: Theme.surface
            border.width: 0.5
        }

        Rectangle {
            anchors.centerIn: parent
            width: root.mark.count > 1 ? Math.max(30, number.implicitWidth + 16) : 26
            height: root.mark.count > 1 ? 30 : 26
            color: root.mark.isSelected ? Theme.accent : Theme.surface
            border.color: root.mark.isSelected ? Theme.surface : Theme.secondText
            border.width: 1.5
            radius: height / 2

            Label {
                id: number

                anchors.centerIn: parent
                visible: root.mark.count > 1
                text: root.mark.count
                font: Theme.fonts.smallStrong
                Accessible.ignored: true
            }

            Icon {
                anchors.centerIn: parent
                visible: root.mark.count === 1
                glyph: Theme.icons.shield
                size: 14
                color: root.mark.isSelected ? Theme.surface : Theme.secondText
            }

            FocusRing {
                shown: pin.activeFocus
                radius: height / 2
            }
        }

        MapWords {
            anchors.left: parent.right
            anchors.leftMargin: 2
            anchors.verticalCenter: parent.verticalCenter
            visible: root.mark.isSelected || hover.hovered
            text: root.mark.words
            color: Theme.text
            font: Theme.fonts.smallStrong
            Accessible.ignored: true
        }

        HoverHandler {
            id: hover

            cursorShape: Qt.PointingHandCursor
        }

        TapHandler {
            enabled: root.viewModel.editor.tool === AreaEditor.Select
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: root.viewModel.openMark(root.mark.id, root.mark.count)
        }
    }
}
