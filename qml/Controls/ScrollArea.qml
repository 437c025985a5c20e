// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick.Templates as T

// Scrolls its one child up and down; the child is as wide as the area.
T.ScrollView {
    id: root

    contentWidth: availableWidth
    clip: true

    T.ScrollBar.vertical: ScrollBar {
        parent: root
        x: root.width - width
        height: root.height
        active: hovered || pressed
    }
}
