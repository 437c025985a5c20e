// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Oversight
import Porchlight.Theme

// One entry in words.
ListRow {
    id: root

    required property logEntry entry
    required property int index

    objectName: "logRow" + root.index
    text: qsTr("%1, %2 %3, %4").arg(root.entry.time).arg(root.entry.who).arg(root.entry.what).arg(root.entry.why)

    contentItem: RowLayout {
        spacing: Theme.largeGap

        Label {
            Layout.preferredWidth: 176
            text: root.entry.time
            color: Theme.secondText
            font: Theme.fonts.monoSmall
        }

        Label {
            Layout.preferredWidth: 150
            text: root.entry.who
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: 120
            Layout.horizontalStretchFactor: 2
            text: root.entry.what
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: 120
            Layout.horizontalStretchFactor: 3
            text: root.entry.why
            color: root.entry.isRefused ? Theme.bad : root.entry.isFailed ? Theme.caution : Theme.secondText
        }
    }
}
