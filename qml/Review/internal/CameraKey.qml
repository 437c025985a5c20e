// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// One of the keys 1 to 9: chooses that camera.
Item {
    id: root

    required property int index
    signal pressed(camera: int)

    Shortcut {
        sequence: String(root.index + 1)
        enabled: root.enabled
        onActivated: root.pressed(root.index)
    }
}
