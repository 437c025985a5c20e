// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtLocation

import Porchlight.Theme

// How long an edge is, beside its middle.
MapQuickItem {
    id: root

    required property edgeLabel modelData

    coordinate: root.modelData.position
    autoFadeIn: false
    anchorPoint.x: words.width / 2
    anchorPoint.y: words.height + 8
    z: 7

    sourceItem: MapWords {
        id: words

        objectName: "edgeLabel"
        text: root.modelData.text
        color: Theme.text
        font: Theme.fonts.smallStrong
    }
}
