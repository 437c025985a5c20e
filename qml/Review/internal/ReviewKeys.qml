// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// The keys of review, as they are set. Off while a note is written or something else takes the keys.
Item {
    id: root

    required property ReviewViewModel viewModel
    readonly property Item focusItem: root.Window.activeFocusItem
    property bool isLoupeShown: false
    signal loupePutAway()

    Shortcut {
        sequence: "Escape"
        enabled: root.enabled && root.isLoupeShown
        onActivated: root.loupePutAway()
    }

    Repeater {
        model: root.viewModel.keyboard

        delegate: KeyShortcut {
            enabled: root.enabled
            isOnButton: root.focusItem instanceof T.AbstractButton
            isOnSlider: root.focusItem instanceof T.Slider
            onPressed: act => root.viewModel.perform(act)
        }
    }
}
