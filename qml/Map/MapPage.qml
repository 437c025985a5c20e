// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The partner agencies, the map, and the request that is being written: where the job begins.
Item {
    id: root

    required property MapViewModel viewModel
    default property alias side: sidePanel.content
    signal importAsked()

    objectName: "mapPage"

    RowLayout {
        anchors.fill: parent
        spacing: 0

        SplitPanel {
            name: "mapAgencies"
            preferredSize: 300
            minimumSize: 240
            maximumSize: 480
            Layout.fillHeight: true

            AgencyPanel {
                anchors.fill: parent
                viewModel: root.viewModel
                onImportAsked: root.importAsked()
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumWidth: 320
            clip: true

            MapCanvas {
                id: canvas

                anchors.fill: parent
                focus: true
                viewModel: root.viewModel
            }

            MapTools {
                anchors.top: parent.top
                anchors.topMargin: Theme.largeGap
                anchors.horizontalCenter: parent.horizontalCenter
                editor: root.viewModel.editor
                onImportAsked: areaImport.choose()
            }

            AreaImport {
                id: areaImport

                viewModel: root.viewModel
            }

            AroundPlace {
                anchors.top: parent.top
                anchors.topMargin: 68
                anchors.horizontalCenter: parent.horizontalCenter
                visible: root.viewModel.foundPosition.isValid && help.text === ""
                viewModel: root.viewModel
            }

            Sheet {
                anchors.top: parent.top
                anchors.topMargin: 68
                anchors.horizontalCenter: parent.horizontalCenter
                width: help.implicitWidth + 2 * Theme.mediumGap
                height: 30
                visible: help.text !== ""

                Label {
                    id: help

                    objectName: "drawingHelp"
                    anchors.centerIn: parent
                    text: root.viewModel.editor.helpText
                    color: Theme.secondText
                    font: Theme.fonts.small
                }
            }

            AreaCard {
                id: card

                readonly property point place: root.viewModel.camera.pixelAt(root.viewModel.editor.cardPlace)

                visible: root.viewModel.editor.outline.length > 1 || root.viewModel.editor.isCorridor
                         || root.viewModel.editor.faultText !== ""
                x: Math.max(Theme.mediumGap, Math.min(parent.width - width - 60, card.place.x - width / 2))
                y: Math.max(110, Math.min(parent.height - height - 40, card.place.y + 20))
                editor: root.viewModel.editor
            }

            MapZoom {
                anchors.right: parent.right
                anchors.rightMargin: Theme.largeGap
                anchors.bottom: foot.top
                anchors.bottomMargin: Theme.largeGap
                viewModel: root.viewModel
            }

            MapFoot {
                id: foot

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.smallGap
                anchors.leftMargin: Theme.largeGap
                anchors.rightMargin: Theme.largeGap
                viewModel: root.viewModel
            }

            Notice {
                objectName: "areaNotice"
                anchors.top: parent.top
                anchors.topMargin: 112
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, parent.width - 140)
                visible: root.viewModel.areaNotice !== ""
                tone: Notice.Bad
                text: root.viewModel.areaNotice
                onClosed: root.viewModel.closeAreaNotice()
            }

            Notice {
                objectName: "noStreetsNotice"
                anchors.bottom: foot.top
                anchors.bottomMargin: Theme.largeGap
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, parent.width - 140)
                visible: canvas.lacksStreets && root.viewModel.ground.notice === ""
                canClose: false
                text: qsTr("No map pack has streets here. Areas can still be drawn. Packs are installed in Settings, under Maps.")
            }

            Notice {
                objectName: "mapNotice"
                anchors.bottom: foot.top
                anchors.bottomMargin: Theme.largeGap
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(implicitWidth, parent.width - 140)
                visible: root.viewModel.ground.notice !== ""
                tone: Notice.Caution
                canClose: false
                text: root.viewModel.ground.notice
            }
        }

        SplitPanel {
            id: sidePanel

            name: "mapRequest"
            edge: Qt.RightEdge
            preferredSize: 372
            minimumSize: 320
            maximumSize: 560
            Layout.fillHeight: true
        }
    }
}
