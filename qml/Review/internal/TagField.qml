// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls

// Where tags are typed: a comma or Enter ends one, Enter in the empty field ends the writing, Backspace in it takes the
// last tag away.
TextField {
    id: root

    signal typed(text: string)
    signal finished()
    signal lastRemoved()
    signal cancelled()

    function take(): void {
        root.typed(root.text);
        root.clear();
    }

    objectName: "tagField"
    placeholderText: qsTr("Tags, with commas")
    Accessible.name: qsTr("Tags")
    onTextEdited: if (root.text.includes(",")) root.take()
    onAccepted: root.text.trim() !== "" ? root.take() : root.finished()
    Keys.onEscapePressed: root.cancelled()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace && root.text === "")
            root.lastRemoved();
    }
}
