// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The place of a camera that is not there yet.
Rectangle {
    id: root

    required property reviewHints hints
    signal chosen()

    objectName: "addTile"
    color: Theme.rail
    radius: Theme.pictureRadius

    Button {
        objectName: "addTileButton"
        anchors.centerIn: parent
        focusPolicy: Qt.TabFocus
        glyph: Theme.icons.plus
        text: qsTr("Another clip here")
        key: root.hints.clipList
        onClicked: root.chosen()
    }
}
