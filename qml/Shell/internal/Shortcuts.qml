// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Shell

// The keys that work on every page. None of them works on a locked screen.
Item {
    id: root

    required property ShellViewModel shell
    readonly property bool isOpen: !root.shell.isLocked
    signal paletteWanted()
    signal newCaseWanted()
    signal keysWanted()

    Connections {
        target: root.shell

        function onNewCaseWanted(): void {
            root.newCaseWanted();
        }

        function onKeysWanted(): void {
            root.keysWanted();
        }
    }

    Repeater {
        model: 7

        Item {
            id: page

            required property int index

            Shortcut {
                sequence: "Ctrl+%1".arg(page.index + 1)
                context: Qt.ApplicationShortcut
                enabled: root.isOpen
                onActivated: root.shell.page = page.index
            }
        }
    }

    Shortcut {
        sequence: "Ctrl+K"
        context: Qt.ApplicationShortcut
        enabled: root.isOpen
        onActivated: root.paletteWanted()
    }

    Shortcut {
        sequence: "Ctrl+N"
        context: Qt.ApplicationShortcut
        enabled: root.isOpen
        onActivated: root.newCaseWanted()
    }

    Shortcut {
        sequence: "Ctrl+L"
        context: Qt.ApplicationShortcut
        enabled: root.isOpen
        onActivated: root.shell.lock()
    }

    Shortcut {
        sequences: ["F1", "?", "Shift+?"]
        context: Qt.ApplicationShortcut
        enabled: root.isOpen
        onActivated: root.keysWanted()
    }
}
