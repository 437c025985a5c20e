// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Theme

// Says why Porchlight cannot start, in place of its window.
T.ApplicationWindow {
    id: root

    required property string sentence

    width: 560
    height: 340
    visible: true
    title: qsTr("Porchlight")
    color: Theme.window
    font: Theme.fonts.body

    ErrorState {
        objectName: "startFailure"
        anchors.fill: parent
        focus: true
        title: qsTr("Porchlight cannot start")
        text: root.sentence
        actionText: qsTr("Close")
        onActionChosen: root.close()
        Keys.onReturnPressed: root.close()
        Keys.onEnterPressed: root.close()
        Keys.onEscapePressed: root.close()
    }
}
