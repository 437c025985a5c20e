// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// Asks why a sensitive picture must be seen.
Dialog {
    id: root

    signal reasonGiven(reason: string)

    objectName: "revealDialog"
    title: qsTr("Show a sensitive picture")
    acceptText: qsTr("Record and show")
    canAccept: reason.text.trim() !== ""
    onOpened: reason.forceActiveFocus()
    onAccepted: root.reasonGiven(reason.text)
    onClosed: reason.clear()

    contentItem: Column {
        spacing: Theme.mediumGap

        Label {
            width: 400
            text: qsTr("Say why it must be seen. The reason is kept in the custody log with your name and cannot be changed.")
            color: Theme.secondText
            wrapMode: Text.Wrap
        }

        TextField {
            id: reason

            objectName: "revealReason"
            width: 400
            placeholderText: qsTr("Reason")
            onAccepted: root.accept()
        }
    }
}
