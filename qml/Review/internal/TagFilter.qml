// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The tags of the clip's markers: one of them narrows the list.
Flow {
    id: root

    required property ReviewViewModel viewModel

    objectName: "tagFilter"
    visible: root.viewModel.markerTags.length > 0
    spacing: Theme.gap

    Repeater {
        model: root.viewModel.markerTags

        delegate: FilterChip {
            id: chip

            required property string modelData

            objectName: "tagFilter-" + chip.modelData
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.tag
            checked: chip.modelData === root.viewModel.tagFilter
            text: chip.modelData
            Accessible.name: qsTr("Markers with the tag %1 alone").arg(chip.modelData)
            onClicked: root.viewModel.filterByTag(chip.modelData)
        }
    }
}
