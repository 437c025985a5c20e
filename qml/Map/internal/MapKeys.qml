// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// The keys of the map while it has the keyboard.
Item {
    id: root

    required property MapViewModel viewModel
    readonly property AreaEditor editor: root.viewModel.editor

    Shortcut {
        enabled: root.enabled
        sequence: "Ctrl+Z"
        onActivated: root.editor.undo()
    }

    Shortcut {
        enabled: root.enabled
        sequences: ["Ctrl+Y", "Ctrl+Shift+Z"]
        onActivated: root.editor.redo()
    }

    Shortcut {
        enabled: root.enabled
        sequences: ["+", "=", "Ctrl++"]
        onActivated: root.viewModel.camera.zoomIn()
    }

    Shortcut {
        enabled: root.enabled
        sequences: ["-", "Ctrl+-"]
        onActivated: root.viewModel.camera.zoomOut()
    }

    Shortcut {
        enabled: root.enabled
        sequence: "N"
        onActivated: root.viewModel.camera.turnNorth()
    }

    Shortcut {
        enabled: root.enabled
        sequence: "Home"
        onActivated: root.viewModel.showOwnGround()
    }

    Shortcut {
        enabled: root.enabled
        sequence: "P"
        onActivated: root.editor.choose(AreaEditor.Polygon)
    }

    Shortcut {
        enabled: root.enabled
        sequence: "R"
        onActivated: root.editor.choose(AreaEditor.Rectangle)
    }

    Shortcut {
        enabled: root.enabled
        sequence: "C"
        onActivated: root.editor.choose(AreaEditor.Circle)
    }

    Shortcut {
        enabled: root.enabled
        sequence: "L"
        onActivated: root.editor.choose(AreaEditor.Corridor)
    }

    Shortcut {
        enabled: root.enabled
        sequence: "F"
        onActivated: root.editor.choose(AreaEditor.Freehand)
    }

    Shortcut {
        enabled: root.enabled
        sequence: "H"
        onActivated: root.editor.choose(AreaEditor.Hole)
    }

    Shortcut {
        enabled: root.enabled
        sequence: "Insert"
        onActivated: root.editor.splitSelected()
    }
}
