// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One act of review with its keys.
RowLayout {
    id: root

    required property keyEntry entry
    signal changeWanted(act: int)
    signal usualWanted(act: int)
    signal caught(key: string)
    signal givenUp()

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        text: root.entry.words
        elide: Text.ElideRight
    }

    IconButton {
        objectName: "usualKey" + root.entry.act
        visible: !root.entry.isUsual
        glyph: Theme.icons.undo2
        text: qsTr("Usual key for %1").arg(root.entry.words)
        onClicked: root.usualWanted(root.entry.act)
    }

    Button {
        objectName: "changeKey" + root.entry.act
        Layout.preferredWidth: 124
        implicitHeight: 30
        visible: !root.entry.isWaiting
        text: root.entry.keys
        Accessible.name: qsTr("%1: %2").arg(root.entry.words).arg(root.entry.keys)
        Accessible.description: qsTr("Change the key")
        onClicked: root.changeWanted(root.entry.act)
    }

    KeyCatch {
        objectName: "keyCatch" + root.entry.act
        implicitWidth: 124
        implicitHeight: 30
        visible: root.entry.isWaiting
        activeFocusOnTab: true
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Press the new key for %1").arg(root.entry.words)
        onCaught: key => root.caught(key)
        onGivenUp: root.givenUp()

        Rectangle {
            anchors.fill: parent
            color: Theme.accentGround
            border.color: Theme.accent
            border.width: Theme.focusWidth
            radius: Theme.fieldRadius

            Label {
                anchors.centerIn: parent
                text: qsTr("Press a key …")
            }
        }
    }
}
