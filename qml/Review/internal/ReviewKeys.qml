// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// The keys of review. Off while a note is written or something else takes the keys.
Item {
    id: root

    required property ReviewViewModel viewModel
    readonly property Item focusItem: root.Window.activeFocusItem
    readonly property bool isOnControl: root.focusItem instanceof T.AbstractButton || root.focusItem instanceof T.Slider
    property bool isLoupeShown: false
    signal truePixelsWanted()
    signal loupeToggled()
    signal lookWanted()
    signal sheetWanted()
    signal clipListWanted()
    signal keysWanted()

    Shortcut {
        sequence: "Space"
        enabled: root.enabled && !root.isOnControl
        onActivated: root.viewModel.togglePlay()
    }

    Shortcut {
        sequence: "J"
        enabled: root.enabled
        onActivated: root.viewModel.shuttleBackward()
    }

    Shortcut {
        sequence: "K"
        enabled: root.enabled
        onActivated: root.viewModel.pause()
    }

    Shortcut {
        sequence: "L"
        enabled: root.enabled
        onActivated: root.viewModel.shuttleForward()
    }

    Shortcut {
        sequences: ["Left", ","]
        enabled: root.enabled && !(root.focusItem instanceof T.Slider)
        onActivated: root.viewModel.step(-1)
    }

    Shortcut {
        sequences: ["Right", "."]
        enabled: root.enabled && !(root.focusItem instanceof T.Slider)
        onActivated: root.viewModel.step(1)
    }

    Shortcut {
        sequence: "Shift+Left"
        enabled: root.enabled
        onActivated: root.viewModel.step(-10)
    }

    Shortcut {
        sequence: "Shift+Right"
        enabled: root.enabled
        onActivated: root.viewModel.step(10)
    }

    Shortcut {
        sequence: "Up"
        enabled: root.enabled
        onActivated: root.viewModel.goToPreviousMarker()
    }

    Shortcut {
        sequence: "Down"
        enabled: root.enabled
        onActivated: root.viewModel.goToNextMarker()
    }

    Shortcut {
        sequence: "Home"
        enabled: root.enabled
        onActivated: root.viewModel.goToFirst()
    }

    Shortcut {
        sequence: "End"
        enabled: root.enabled
        onActivated: root.viewModel.goToLast()
    }

    Shortcut {
        sequence: "I"
        enabled: root.enabled
        onActivated: root.viewModel.setIn()
    }

    Shortcut {
        sequence: "O"
        enabled: root.enabled
        onActivated: root.viewModel.setOut()
    }

    Shortcut {
        sequence: "M"
        enabled: root.enabled
        onActivated: root.viewModel.markHere()
    }

    Shortcut {
        sequence: "S"
        enabled: root.enabled
        onActivated: root.viewModel.takeStill()
    }

    Shortcut {
        sequence: "Shift+S"
        enabled: root.enabled && !root.viewModel.isCovered
        onActivated: root.sheetWanted()
    }

    Shortcut {
        sequence: "F"
        enabled: root.enabled
        onActivated: root.truePixelsWanted()
    }

    Shortcut {
        sequence: "Z"
        enabled: root.enabled
        onActivated: root.loupeToggled()
    }

    Shortcut {
        sequence: "Escape"
        enabled: root.enabled && root.isLoupeShown
        onActivated: root.loupeToggled()
    }

    Shortcut {
        sequence: "B"
        enabled: root.enabled
        onActivated: root.lookWanted()
    }

    Shortcut {
        sequence: "C"
        enabled: root.enabled
        onActivated: root.clipListWanted()
    }

    Shortcut {
        sequences: ["?", "Shift+?"]
        enabled: root.enabled
        onActivated: root.keysWanted()
    }

    Shortcut {
        sequence: "E"
        enabled: root.enabled
        onActivated: root.viewModel.matchEvent()
    }

    Shortcut {
        sequence: "Ctrl+Left"
        enabled: root.enabled
        onActivated: root.viewModel.stepAny(-1)
    }

    Shortcut {
        sequence: "Ctrl+Right"
        enabled: root.enabled
        onActivated: root.viewModel.stepAny(1)
    }

    Shortcut {
        sequence: "R"
        enabled: root.enabled
        onActivated: root.viewModel.movement.toggle()
    }

    Shortcut {
        sequence: "Shift+Up"
        enabled: root.enabled
        onActivated: root.viewModel.movement.goToPrevious()
    }

    Shortcut {
        sequence: "Shift+Down"
        enabled: root.enabled
        onActivated: root.viewModel.movement.goToNext()
    }

    Shortcut {
        sequence: "Alt+Left"
        enabled: root.enabled
        onActivated: root.viewModel.nudgeClock(-1)
    }

    Shortcut {
        sequence: "Alt+Right"
        enabled: root.enabled
        onActivated: root.viewModel.nudgeClock(1)
    }

    Shortcut {
        sequence: "["
        enabled: root.enabled
        onActivated: root.viewModel.slower()
    }

    Shortcut {
        sequence: "]"
        enabled: root.enabled
        onActivated: root.viewModel.faster()
    }

    Repeater {
        model: 9

        delegate: CameraKey {
            enabled: root.enabled
            onPressed: camera => root.viewModel.selectCamera(camera)
        }
    }
}
