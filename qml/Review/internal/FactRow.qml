// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One fact of the frame: its word and its figure.
RowLayout {
    id: root

    required property string label
    required property string value
    property bool canCopy: false
    signal copyWanted()

    Layout.fillWidth: true
    spacing: Theme.smallGap

    Label {
        text: root.label
        color: Theme.secondText
    }

    Label {
        Layout.fillWidth: true
        Layout.minimumHeight: 20
        text: root.value !== "" ? root.value : "–"
        font: Theme.fonts.monoSmall
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideLeft
        Accessible.name: root.label + " " + root.value
    }

    IconButton {
        objectName: "copyDigestButton"
        Layout.preferredWidth: 20
        Layout.preferredHeight: 20
        focusPolicy: Qt.TabFocus
        visible: root.canCopy
        glyph: Theme.icons.copy
        iconSize: 14
        text: qsTr("Copy the whole SHA-256")
        onClicked: root.copyWanted()
    }
}
