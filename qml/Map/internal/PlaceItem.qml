// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// A spot that the search found.
ListRow {
    id: root

    required property foundPlace modelData
    required property int index

    objectName: "placeRow" + root.index
    text: qsTr("%1, %2").arg(root.modelData.name).arg(root.modelData.note)

    contentItem: RowLayout {
        spacing: Theme.smallGap

        Icon {
            glyph: Theme.icons.mapPin
            color: Theme.accent
        }

        Label {
            Layout.fillWidth: true
            text: root.modelData.name
            font: Theme.fonts.bodyMedium
            Accessible.ignored: true
        }

        Label {
            Layout.maximumWidth: 130
            text: root.modelData.note
            color: Theme.thirdText
            font: Theme.fonts.small
            Accessible.ignored: true
        }
    }
}
