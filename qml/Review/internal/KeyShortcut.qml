// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// The keys of one act of review.
Item {
    id: root

    required property reviewKey reviewKey
    required property bool isOnButton
    required property bool isOnSlider
    readonly property bool isTaken: root.isOnButton && root.reviewKey.pressesButtons || root.isOnSlider && (root.reviewKey.movesSliders || root.reviewKey.pressesButtons)
    signal pressed(act: int)

    Shortcut {
        sequences: root.reviewKey.sequences
        enabled: root.enabled && !root.isTaken
        onActivated: root.pressed(root.reviewKey.act)
    }
}
