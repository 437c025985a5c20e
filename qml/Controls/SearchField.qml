// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// A field to find things in. Escape empties it.
TextField {
    id: root

    property string key

    leftPadding: 34
    rightPadding: hint.visible ? hint.width + 16 : clear.visible ? 34 : 10
    Accessible.role: Accessible.EditableText
    Accessible.searchEdit: true

    Keys.onEscapePressed: event => {
        event.accepted = root.length > 0;
        root.clear();
    }

    Icon {
        x: 11
        anchors.verticalCenter: parent.verticalCenter
        glyph: Theme.icons.search
        color: Theme.thirdText
    }

    KeyHint {
        id: hint

        anchors.right: parent.right
        anchors.rightMargin: Theme.smallGap
        anchors.verticalCenter: parent.verticalCenter
        visible: root.key !== "" && root.length === 0
        key: root.key
    }

    IconButton {
        id: clear

        anchors.right: parent.right
        anchors.rightMargin: 2
        anchors.verticalCenter: parent.verticalCenter
        width: 30
        height: 30
        visible: root.length > 0
        focusPolicy: Qt.NoFocus
        glyph: Theme.icons.x
        iconSize: 14
        text: qsTr("Empty the field")
        key: qsTr("Esc")
        onClicked: root.clear()
    }
}
