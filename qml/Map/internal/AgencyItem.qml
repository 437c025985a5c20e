// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One partner agency in the list: name, since when and how much it has asked, what approval is on file.
ListRow {
    id: root

    required property agencyRow row
    required property int index

    objectName: "agencyRow" + root.index
    text: qsTr("%1. %2. %3").arg(root.row.name).arg(root.row.factsText).arg(root.row.approvalText)
    highlighted: root.row.isSelected
    topPadding: Theme.mediumGap
    bottomPadding: Theme.mediumGap

    contentItem: ColumnLayout {
        spacing: 3

        Label {
            Layout.fillWidth: true
            text: root.row.name
            font: Theme.fonts.bodyStrong
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            text: root.row.isPlaced ? root.row.factsText : qsTr("%1 · not on the map").arg(root.row.factsText)
            color: Theme.secondText
            font: Theme.fonts.small
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            text: root.row.approvalText
            color: root.row.lacksApproval ? Theme.caution : Theme.thirdText
            font: Theme.fonts.small
            Accessible.ignored: true
        }
    }
}
