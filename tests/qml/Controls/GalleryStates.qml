// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

ColumnLayout {
    spacing: Theme.pageMargin

    QrCode {
        objectName: "qrCode"
        Layout.preferredWidth: 150
        Layout.preferredHeight: 150
        text: "http://192.0.2.7:8080/r/9f2c41d0"
    }

    EmptyState {
        Layout.fillWidth: true
        glyph: Theme.icons.inbox
        title: "No clips yet"
        text: "Clips that residents share arrive here with what may be done with them."
        actionText: "Write a request"
    }

    ErrorState {
        Layout.fillWidth: true
        title: "The log could not be read"
        text: "Nothing was changed. Close other programs that use the folder and try again."
    }

    LoadingState {
        Layout.fillWidth: true
        sentence: "Reading the frames of “front door.mp4”"
        figure: "812 of 1,340 frames"
        share: 0.6
        canCancel: true
    }

    Label {
        text: "Page title 20, heading 15, 13 and 12: 0123456789"
    }

    Label {
        text: "21:14:07.533"
        font: Theme.fonts.monoFigure
    }

    Label {
        text: "9f2c 41d0 0be7 -> != 1111"
        font: Theme.fonts.mono
    }
}
