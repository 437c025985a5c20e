// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Shell
import Porchlight.Theme

// Covers everything until the officer goes on. It hides the work from others in the room; it does not replace the lock
// of the computer, and says so.
T.Popup {
    id: root

    required property ShellViewModel shell

    objectName: "lockScreen"
    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    padding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.NoAutoClose
    visible: root.shell.isLocked
    onOpened: goOn.forceActiveFocus()

    contentItem: Item {
        ColumnLayout {
            anchors.centerIn: parent
            width: Math.min(360, parent.width - 2 * Theme.pageMargin)
            spacing: Theme.mediumGap

            Icon {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: 40
                Layout.preferredHeight: 40
                glyph: Theme.icons.lock
                size: 32
                color: Theme.accent
            }

            PageTitle {
                Layout.alignment: Qt.AlignHCenter
                text: qsTr("Porchlight is locked")
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("Your work goes on underneath and is hidden. This keeps it from passing eyes; to keep others out, lock the computer as well.")
                color: Theme.secondText
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.3
                wrapMode: Text.Wrap
            }

            Button {
                id: goOn

                objectName: "unlockButton"
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.smallGap
                look: Button.Main
                text: qsTr("Go on as %1").arg(root.shell.officer.name)
                onClicked: root.shell.unlock()
                Keys.onReturnPressed: root.shell.unlock()
                Keys.onEnterPressed: root.shell.unlock()
            }
        }
    }

    background: Rectangle {
        color: Theme.window
    }
}
