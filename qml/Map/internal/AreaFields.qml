// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// What of an area can be typed: the half-width of a corridor, and the coordinates of the handle that was selected last.
ColumnLayout {
    id: root

    required property AreaEditor editor

    visible: root.editor.isCorridor || root.editor.placeName !== ""
    spacing: 6

    RowLayout {
        Layout.fillWidth: true
        visible: root.editor.isCorridor
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            text: qsTr("Half-width")
            color: Theme.secondText
            font: Theme.fonts.small
        }

        TextField {
            id: halfWidth

            objectName: "halfWidthField"
            Layout.preferredWidth: 72
            text: root.editor.halfWidthText
            horizontalAlignment: TextInput.AlignRight
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            Accessible.name: qsTr("Half-width of the corridor in metres")
            onEditingFinished: root.editor.typeHalfWidth(halfWidth.text)
        }

        Label {
            text: qsTr("m")
            color: Theme.secondText
            font: Theme.fonts.small
        }
    }

    Label {
        Layout.fillWidth: true
        visible: root.editor.placeName !== ""
        text: root.editor.placeName
        color: Theme.secondText
        font: Theme.fonts.small
        elide: Text.ElideRight
    }

    TextField {
        id: place

        objectName: "handlePlaceField"
        Layout.fillWidth: true
        visible: root.editor.placeName !== ""
        text: root.editor.placeText
        font: Theme.fonts.monoSmall
        Accessible.name: qsTr("Latitude and longitude of: %1").arg(root.editor.placeName)
        onEditingFinished: root.editor.placeHandle(place.text)
    }
}
