// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Shell
import Porchlight.Theme

// What goes on in the background, and whether everything that must hold does hold.
Rectangle {
    id: root

    required property ShellViewModel shell

    implicitHeight: Theme.statusHeight
    color: Theme.surface
    objectName: "statusLine"
    Accessible.role: Accessible.StatusBar
    Accessible.name: qsTr("Status")

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.largeGap
        anchors.rightMargin: Theme.largeGap
        spacing: Theme.largeGap

        Icon {
            visible: root.shell.longWork.text !== ""
            glyph: Theme.icons.download
            size: 13
        }

        Label {
            Layout.leftMargin: -6
            Layout.maximumWidth: 420
            visible: root.shell.longWork.text !== ""
            text: root.shell.longWork.text
            color: Theme.secondText
            font: Theme.fonts.small
        }

        ProgressBar {
            Layout.preferredWidth: 100
            visible: root.shell.longWork.text !== ""
            value: root.shell.longWork.share
            Accessible.name: root.shell.longWork.text
        }

        Item {
            Layout.fillWidth: true
        }

        StatusEntry {
            objectName: "exchangeStatus"
            text: root.shell.exchange.text
            tone: root.shell.exchange.tone
            detail: root.shell.exchange.detail
        }

        StatusEntry {
            objectName: "decoderStatus"
            text: root.shell.decoder.text
            tone: root.shell.decoder.tone
            detail: root.shell.decoder.detail
        }

        StatusEntry {
            objectName: "logStatus"
            text: root.shell.log.text
            tone: root.shell.log.tone
            detail: root.shell.log.detail
        }
    }

    Separator {
        width: parent.width
    }
}
