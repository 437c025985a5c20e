// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls

// The clips of the case; those that are open say in which camera. Pressing a row shows that clip alone.
ListArea {
    id: root

    required property ReviewViewModel viewModel
    signal clipChosen()

    objectName: "reviewClipList"
    model: root.viewModel.clips
    Accessible.name: qsTr("Clips of the case")

    delegate: ClipRow {
        canAdd: root.viewModel.canAddCamera
        onCameraToggled: clipId => root.viewModel.toggleCamera(clipId)
        onChosen: clipId => root.viewModel.openClip(clipId)
        onClicked: root.clipChosen()
    }
}
