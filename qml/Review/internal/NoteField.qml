// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls

// Where a marker's note is written: Enter keeps it, Escape leaves it as it was.
TextField {
    id: root

    signal written(note: string)
    signal cancelled()

    objectName: "noteField"
    focus: true
    placeholderText: qsTr("What happens here")
    Accessible.name: qsTr("Note")
    onAccepted: root.written(root.text)
    Keys.onEscapePressed: root.cancelled()
}
