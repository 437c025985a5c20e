// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Brightness and contrast of the selected camera on the screen.
Popover {
    id: root

    required property Camera camera

    objectName: "lookPopover"
    padding: Theme.largeGap

    contentItem: ColumnLayout {
        spacing: Theme.smallGap

        Label {
            text: qsTr("How the picture is shown")
            font: Theme.fonts.bodyStrong
            Accessible.role: Accessible.Heading
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: 320
            text: qsTr("For the eye alone: stills and exports keep the stored picture, and the record of a still says that this was on.")
            color: Theme.secondText
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }

        LookSlider {
            label: qsTr("Brightness")
            sliderName: "brightnessSlider"
            value: root.camera.brightness
            onMoved: value => root.camera.brightness = value
        }

        LookSlider {
            label: qsTr("Contrast")
            sliderName: "contrastSlider"
            value: root.camera.contrast
            onMoved: value => root.camera.contrast = value
        }

        Button {
            objectName: "resetLookButton"
            Layout.alignment: Qt.AlignRight
            enabled: root.camera.isAdjusted
            glyph: Theme.icons.rotateCcw
            text: qsTr("As stored")
            onClicked: root.camera.resetAdjustment()
        }
    }
}
