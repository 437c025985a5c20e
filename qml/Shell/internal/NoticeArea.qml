// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Shell
import Porchlight.Theme

// The sentences that wait to be read, above the foot of the page, where no page has its main button. What lies under
// them can still be clicked.
ListView {
    id: root

    required property Notices notices

    objectName: "noticeArea"
    width: Math.min(480, parent.width - 2 * Theme.largeGap)
    height: Math.min(contentHeight, parent.height - 2 * Theme.largeGap)
    interactive: false
    spacing: Theme.smallGap
    verticalLayoutDirection: ListView.BottomToTop
    model: root.notices
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Notices")

    delegate: Notice {
        id: row

        required property noticeEntry entry

        width: ListView.view.width
        text: row.entry.text
        tone: row.entry.tone
        onClosed: root.notices.close(row.entry.id)
    }
}
