// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Which frames go on a contact sheet, and how far it is.
Popover {
    id: root

    required property ReviewViewModel viewModel
    property int of: ReviewViewModel.WholeClip
    property int tiles: 12
    readonly property bool isMaking: root.viewModel.sheetTotal > 0

    objectName: "sheetPopover"
    padding: Theme.largeGap
    onIsMakingChanged: if (!root.isMaking) root.close()
    onAboutToShow: root.of = root.viewModel.hasSpan ? ReviewViewModel.InToOut : ReviewViewModel.WholeClip

    contentItem: ColumnLayout {
        spacing: Theme.mediumGap

        Label {
            text: qsTr("Contact sheet")
            font: Theme.fonts.bodyStrong
            Accessible.role: Accessible.Heading
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: 320
            text: qsTr("A page to print, with frame number, clip time and wall time under each picture. It is kept with the stills, with a record of its own.")
            color: Theme.secondText
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }

        Row {
            spacing: Theme.gap

            FilterChip {
                objectName: "sheetInToOut"
                focusPolicy: Qt.TabFocus
                enabled: root.viewModel.hasSpan && !root.isMaking
                autoExclusive: true
                checked: root.of === ReviewViewModel.InToOut
                text: qsTr("In to out")
                onClicked: root.of = ReviewViewModel.InToOut
            }

            FilterChip {
                objectName: "sheetWholeClip"
                focusPolicy: Qt.TabFocus
                enabled: !root.isMaking
                autoExclusive: true
                checked: root.of === ReviewViewModel.WholeClip
                text: qsTr("Whole clip")
                onClicked: root.of = ReviewViewModel.WholeClip
            }

            FilterChip {
                objectName: "sheetMarkers"
                focusPolicy: Qt.TabFocus
                enabled: root.viewModel.markers.count > 0 && !root.isMaking
                autoExclusive: true
                checked: root.of === ReviewViewModel.Markers
                text: qsTr("Listed markers (%1)").arg(root.viewModel.markers.count)
                onClicked: root.of = ReviewViewModel.Markers
            }
        }

        Row {
            spacing: Theme.gap
            opacity: root.of === ReviewViewModel.Markers ? 0.45 : 1

            Label {
                height: Theme.chipHeight
                text: qsTr("Pictures")
                verticalAlignment: Text.AlignVCenter
            }

            Repeater {
                model: [6, 12, 20, 30]

                delegate: FilterChip {
                    id: count

                    required property int modelData

                    objectName: "sheetTiles" + count.modelData
                    focusPolicy: Qt.TabFocus
                    enabled: root.of !== ReviewViewModel.Markers && !root.isMaking
                    autoExclusive: true
                    checked: root.tiles === count.modelData
                    text: count.modelData
                    onClicked: root.tiles = count.modelData
                }
            }
        }

        ProgressBar {
            Layout.fillWidth: true
            visible: root.isMaking
            to: Math.max(1, root.viewModel.sheetTotal)
            value: root.viewModel.sheetDone
            Accessible.name: qsTr("Contact sheet")
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.smallGap

            Label {
                objectName: "sheetFigure"
                Layout.fillWidth: true
                text: root.isMaking ? qsTr("%1 of %2 pictures").arg(root.viewModel.sheetDone).arg(root.viewModel.sheetTotal) : ""
                color: Theme.secondText
                font: Theme.fonts.small
            }

            Button {
                objectName: "cancelSheetButton"
                focusPolicy: Qt.TabFocus
                visible: root.isMaking
                text: qsTr("Cancel")
                onClicked: root.viewModel.cancelSheet()
            }

            Button {
                objectName: "makeSheetButton"
                focusPolicy: Qt.TabFocus
                visible: !root.isMaking
                glyph: Theme.icons.grid3x3
                text: qsTr("Make the sheet")
                onClicked: root.viewModel.makeSheet(root.of, root.tiles)
            }
        }
    }
}
