// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// Every control in its states on one page, for the eye.
Rectangle {
    width: 1280
    height: 900
    color: Theme.window

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.pageMargin
        spacing: Theme.pageMargin

        GalleryFields {
            Layout.preferredWidth: 380
            Layout.alignment: Qt.AlignTop
        }

        GalleryRows {
            Layout.preferredWidth: 380
            Layout.alignment: Qt.AlignTop
        }

        GalleryStates {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
        }
    }
}
