// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One stretch with movement in the region.
ListRow {
    id: root

    required property movementRow movement
    required property int index
    signal chosen(span: int)

    objectName: "movementRow" + root.index
    leftPadding: Theme.largeGap
    rightPadding: Theme.largeGap
    topPadding: 6
    bottomPadding: 6
    implicitHeight: 44
    hasLine: false
    highlighted: root.movement.isCurrent
    focusPolicy: Qt.TabFocus
    text: qsTr("%1, %2, %3").arg(root.movement.place).arg(root.movement.frames).arg(root.movement.peak)
    onClicked: root.chosen(root.index)
    Keys.onReturnPressed: root.chosen(root.index)

    contentItem: ColumnLayout {
        spacing: 0

        Label {
            text: root.movement.place
            font: Theme.fonts.mono
        }

        Label {
            Layout.fillWidth: true
            text: root.movement.frames + " · " + root.movement.peak
            color: Theme.secondText
            font: Theme.fonts.monoSmall
            elide: Text.ElideRight
        }
    }
}
