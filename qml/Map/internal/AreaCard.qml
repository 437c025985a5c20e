// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// How large the area is that is being drawn, whether that is allowed, and on whose ground it lies.
Rectangle {
    id: root

    required property AreaEditor editor

    objectName: "areaCard"
    implicitWidth: 224
    implicitHeight: column.implicitHeight + 2 * Theme.mediumGap
    color: Theme.surface
    border.color: Theme.hairline
    radius: Theme.railRadius
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Size of the area")

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.mediumGap
        spacing: 6

        RowLayout {
            Layout.fillWidth: true

            Label {
                objectName: "areaMiles"
                Layout.fillWidth: true
                text: root.editor.milesText
                font: Theme.fonts.bodyStrong
            }

            Label {
                objectName: "areaMetres"
                text: root.editor.metresText
                color: Theme.secondText
            }
        }

        BarMeter {
            Layout.fillWidth: true
            name: qsTr("Share of the largest area allowed")
            value: root.editor.squareMetres
            minimum: root.editor.leastSquareMetres
            maximum: root.editor.mostSquareMetres
        }

        Label {
            objectName: "areaLimits"
            Layout.fillWidth: true
            text: root.editor.sizeText
            color: root.editor.size === AreaEditor.Allowed ? Theme.secondText : Theme.bad
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.fillWidth: true
            visible: root.editor.groundText !== ""
            spacing: Theme.gap

            Icon {
                Layout.alignment: Qt.AlignTop
                glyph: root.editor.ground === AreaEditor.Inside ? Theme.icons.check : Theme.icons.triangleAlert
                size: 14
                color: root.editor.ground === AreaEditor.Inside ? Theme.good : Theme.caution
            }

            Label {
                objectName: "areaGround"
                Layout.fillWidth: true
                text: root.editor.groundText
                color: root.editor.ground === AreaEditor.Inside ? Theme.good : Theme.caution
                font: Theme.fonts.small
                wrapMode: Text.Wrap
            }
        }

        AreaFields {
            Layout.fillWidth: true
            editor: root.editor
        }

        Label {
            objectName: "areaFault"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.editor.faultText
            color: Theme.bad
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }
    }
}
