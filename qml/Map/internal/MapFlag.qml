// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtLocation
import QtPositioning
import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The spot that was searched for.
MapQuickItem {
    id: root

    required property geoCoordinate place
    required property string name

    visible: root.place.isValid
    coordinate: root.place
    autoFadeIn: false
    anchorPoint: Qt.point(flag.width / 2, flag.height)
    z: 3

    sourceItem: Icon {
        id: flag

        objectName: "foundPlace"
        glyph: Theme.icons.mapPin
        size: 28
        color: Theme.accent
        style: Text.Outline
        styleColor: Theme.mapLabelHalo

        MapWords {
            anchors.left: parent.right
            anchors.bottom: parent.bottom
            text: root.name
            color: Theme.text
            font: Theme.fonts.smallStrong
        }
    }
}
