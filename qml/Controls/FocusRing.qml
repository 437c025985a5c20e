// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// The ring around the control that has the keyboard. Lies in the control's background.
Rectangle {
    id: root

    required property bool shown

    anchors.fill: parent
    anchors.margins: -2
    visible: root.shown
    color: "transparent"
    border.color: Theme.accent
    border.width: Theme.focusWidth
    radius: Theme.fieldRadius + 2
}
