// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Asks for a reason that is recorded; nothing is done without one.
Dialog {
    id: root

    required property string question
    signal reasonGiven(string reason)

    width: 440
    canAccept: field.text.trim() !== ""
    onOpened: field.forceActiveFocus()
    onAccepted: root.reasonGiven(field.text)
    onClosed: field.clear()

    contentItem: ColumnLayout {
        spacing: Theme.smallGap

        Label {
            Layout.fillWidth: true
            text: root.question
            wrapMode: Text.Wrap
            color: Theme.secondText
        }

        TextField {
            id: field

            objectName: "reasonField"
            Layout.fillWidth: true
            placeholderText: qsTr("Reason")
            maximumLength: 500
            Keys.onReturnPressed: root.acceptIfGiven()
            Keys.onEnterPressed: root.acceptIfGiven()
        }
    }

    function acceptIfGiven() {
        root.canAccept && root.accept();
    }
}
