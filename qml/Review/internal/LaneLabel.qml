// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Theme

// Number, name and clock of one camera beside its lane; chooses it, and where it is chosen opens its clock.
T.AbstractButton {
    id: root

    required property Camera camera
    required property bool isAlone
    signal chosen()
    signal clockWanted()

    objectName: "laneLabel" + root.camera.number
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    text: root.isAlone ? root.camera.name : root.camera.number + "  " + root.camera.name
    Accessible.name: qsTr("Camera %1, %2, %3").arg(root.camera.number).arg(root.camera.name).arg(root.camera.clockText)
    onClicked: root.camera.isSelected ? root.clockWanted() : root.chosen()

    contentItem: RowLayout {
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.mediumGap
            Layout.rightMargin: Theme.gap
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: root.text
                font: Theme.fonts.smallStrong
                elide: Text.ElideRight
            }

            Label {
                objectName: "laneClock" + root.camera.number
                Layout.fillWidth: true
                visible: root.height > 30
                text: root.camera.clockText
                color: root.camera.isClockChecked ? Theme.secondText : Theme.caution
                font: Theme.fonts.small
                elide: Text.ElideRight
            }
        }

        Icon {
            Layout.rightMargin: Theme.smallGap
            visible: root.camera.isSelected && root.height > 30
            glyph: Theme.icons.clock
            size: 14
        }
    }

    background: Rectangle {
        color: root.camera.isSelected && !root.isAlone ? Theme.selectedRow : root.hovered ? Theme.raised : Theme.surface

        Rectangle {
            width: Theme.selectionEdge
            height: parent.height
            visible: root.camera.isSelected
            color: Theme.accent
        }

        FocusRing {
            anchors.margins: 1
            shown: root.visualFocus
        }
    }

    ToolTip {
        text: root.camera.name + " · " + root.camera.clockText
        visible: root.hovered
    }
}
