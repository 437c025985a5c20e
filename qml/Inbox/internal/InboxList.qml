// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Inbox

// The rows and their keys: J and K go down and up, Enter opens, A accepts, D declines, R shows a covered picture.
ListArea {
    id: root

    required property InboxViewModel viewModel
    property bool isPaused: false // While a dialog asks for something.
    readonly property bool takesKeys: root.visible && !root.isPaused
    signal declineWanted()
    signal revealWanted()

    objectName: "inboxList"
    model: root.viewModel.clips
    focus: true
    currentIndex: 0
    Accessible.name: qsTr("Clips of this case")

    Keys.onReturnPressed: root.viewModel.openClip(root.currentIndex)
    Keys.onEnterPressed: root.viewModel.openClip(root.currentIndex)

    delegate: InboxRow {
        width: root.width
        highlighted: ListView.isCurrentItem
        onClicked: root.chooseRow(index)
        onDoubleClicked: root.viewModel.openClip(index)
        onRevealWanted: root.askReveal(index)
    }

    function chooseRow(row: int) {
        root.currentIndex = row;
        root.forceActiveFocus(Qt.MouseFocusReason);
    }

    function askReveal(row: int) {
        root.currentIndex = row;
        root.revealWanted();
    }

    Shortcut {
        enabled: root.takesKeys
        sequence: "J"
        onActivated: root.incrementCurrentIndex()
    }

    Shortcut {
        enabled: root.takesKeys
        sequence: "K"
        onActivated: root.decrementCurrentIndex()
    }

    Shortcut {
        enabled: root.takesKeys && root.count > 0
        sequence: "A"
        onActivated: root.viewModel.acceptClip(root.currentIndex)
    }

    Shortcut {
        enabled: root.takesKeys && root.count > 0
        sequence: "D"
        onActivated: root.declineWanted()
    }

    Shortcut {
        enabled: root.takesKeys && root.count > 0
        sequence: "R"
        onActivated: root.revealWanted()
    }
}
