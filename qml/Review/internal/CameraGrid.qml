// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// The pictures of all cameras: one, two beside each other, four or nine.
Rectangle {
    id: root

    required property ReviewViewModel viewModel
    property bool showsTruePixels: false
    property bool showsLoupe: false
    readonly property int count: root.viewModel.cameras.count
    readonly property int columns: root.count <= 1 ? 1 : root.count <= 4 ? 2 : 3
    readonly property int rows: Math.max(1, Math.ceil(root.count / root.columns))
    signal revealWanted()
    signal lookWanted()
    signal clipWanted()

    objectName: "cameraGrid"
    color: Theme.pictureGround

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.count > 1 ? Theme.gap : 0
        columns: root.columns
        rowSpacing: Theme.gap
        columnSpacing: Theme.gap
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: root.viewModel.cameras

            delegate: CameraTile {
                Layout.fillWidth: true
                Layout.fillHeight: true
                isAlone: root.count === 1
                showsTruePixels: root.showsTruePixels
                showsLoupe: root.showsLoupe
                movement: root.viewModel.movement
                hints: root.viewModel.keyboard.hints
                onChosen: root.viewModel.selectCamera(camera.number - 1)
                onTruePixelsToggled: root.showsTruePixels = !root.showsTruePixels
                onLoupeToggled: root.showsLoupe = !root.showsLoupe
                onLookWanted: root.lookWanted()
                onRevealWanted: root.revealWanted()
                onCloseWanted: root.viewModel.closeCamera(camera.number - 1)
                onAgainWanted: root.viewModel.openCameraAgain(camera.number - 1)
            }
        }

        Repeater {
            model: root.columns * root.rows - root.count

            delegate: AddTile {
                hints: root.viewModel.keyboard.hints
                Layout.fillWidth: true
                Layout.fillHeight: true
                onChosen: root.clipWanted()
            }
        }
    }
}
