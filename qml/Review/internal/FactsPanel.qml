// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// What the frame on the screen is, what the resident allowed, and the markers.
ColumnLayout {
    id: root

    required property ReviewViewModel viewModel
    readonly property frameReadout facts: root.viewModel.readout
    readonly property bool isChoosing: sheet.opened
    // While a region is searched, a low window leaves what it has to the list of what was found.
    readonly property bool showsConsent: !root.viewModel.movement.isOn || root.height > 900

    function openSheet(): void {
        sheet.open();
    }

    spacing: 0

    FrameFacts {
        Layout.fillWidth: true
        Layout.margins: Theme.largeGap
        Layout.topMargin: Theme.mediumGap
        facts: root.facts
        onCopyWanted: root.viewModel.copyDigest()
    }

    Label {
        objectName: "otherPicture"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
        Layout.bottomMargin: Theme.smallGap
        visible: text !== ""
        text: root.viewModel.camera.otherPictureText
        color: Theme.caution
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }

    Separator {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
    }

    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.topMargin: Theme.mediumGap
        visible: root.showsConsent
        text: qsTr("What the resident allowed")
        font: Theme.fonts.bodyStrong
        Accessible.role: Accessible.Heading
    }

    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.largeGap
        Layout.topMargin: Theme.smallGap
        visible: root.showsConsent
        spacing: 6

        Repeater {
            model: root.viewModel.consent

            delegate: ConsentBadge {}
        }
    }

    Separator {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
        visible: root.showsConsent
    }

    MovementPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.topMargin: Theme.gap
        visible: root.viewModel.movement.isOn
        movement: root.viewModel.movement
        hints: root.viewModel.keyboard.hints
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.smallGap
        Layout.topMargin: Theme.gap
        visible: !root.viewModel.movement.isOn
        spacing: Theme.smallGap

        Label {
            text: qsTr("Markers")
            font: Theme.fonts.bodyStrong
            Accessible.role: Accessible.Heading
        }

        Label {
            objectName: "markerCount"
            Layout.fillWidth: true
            text: root.viewModel.markerCountText
            color: Theme.secondText
        }

        IconButton {
            objectName: "movementButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.scanSearch
            text: qsTr("Search a region for movement")
            key: root.viewModel.keyboard.hints.movement
            onClicked: root.viewModel.movement.toggle()
        }

        IconButton {
            objectName: "addMarkerButton"
            focusPolicy: Qt.TabFocus
            enabled: root.viewModel.hasFrame
            glyph: Theme.icons.plus
            text: qsTr("Marker here")
            key: root.viewModel.keyboard.hints.mark
            onClicked: root.viewModel.markHere()
        }
    }

    TagFilter {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
        Layout.bottomMargin: Theme.gap
        visible: root.viewModel.markerTags.length > 0 && !root.viewModel.movement.isOn
        viewModel: root.viewModel
    }

    MarkerList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !root.viewModel.movement.isOn
        viewModel: root.viewModel
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.largeGap
        Layout.topMargin: Theme.mediumGap
        spacing: Theme.gap

        Button {
            objectName: "stillButton"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            focusPolicy: Qt.TabFocus
            enabled: root.viewModel.hasFrame && !root.viewModel.isCovered
            glyph: Theme.icons.camera
            text: qsTr("Still")
            key: root.viewModel.keyboard.hints.still
            onClicked: root.viewModel.takeStill()
        }

        Button {
            objectName: "markerButton"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            focusPolicy: Qt.TabFocus
            enabled: root.viewModel.hasFrame
            glyph: Theme.icons.bookmark
            text: qsTr("Marker")
            key: root.viewModel.keyboard.hints.mark
            onClicked: root.viewModel.markHere()
        }

        IconButton {
            objectName: "sheetButton"
            Layout.preferredWidth: 28
            focusPolicy: Qt.TabFocus
            enabled: !root.viewModel.isCovered
            glyph: Theme.icons.grid3x3
            text: qsTr("Contact sheet")
            key: root.viewModel.keyboard.hints.contactSheet
            onClicked: sheet.open()

            SheetPopover {
                id: sheet

                x: parent.width - width
                y: -height - Theme.smallGap
                viewModel: root.viewModel
            }
        }
    }
}
