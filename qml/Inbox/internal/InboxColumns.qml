// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import QtQml

// Widths of the columns; what may be done takes what is left.
QtObject {
    id: root

    required property real available
    readonly property bool isWide: root.available >= 1280
    readonly property int picture: root.isWide ? 148 : 124
    readonly property int from: root.isWide ? 260 : 214
    readonly property int time: root.isWide ? 178 : 140
    readonly property int integrity: root.isWide ? 232 : 200
    readonly property int state: root.isWide ? 92 : 82
}
