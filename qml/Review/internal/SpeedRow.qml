// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// One speed of the list.
ListRow {
    id: root

    required property double modelData
    signal chosen(speed: double)

    objectName: "speedRow" + root.modelData
    width: 96
    implicitHeight: 30
    topPadding: 4
    bottomPadding: 4
    hasLine: false
    text: qsTr("%1×").arg(root.modelData)
    font: Theme.fonts.monoSmall
    onClicked: root.chosen(root.modelData)
}
