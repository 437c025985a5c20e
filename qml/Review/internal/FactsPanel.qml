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

    spacing: 0

    FrameFacts {
        Layout.fillWidth: true
        Layout.margins: Theme.largeGap
        Layout.topMargin: Theme.mediumGap
        facts: root.facts
        onCopyWanted: root.viewModel.copyDigest()
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
        text: qsTr("What the resident allowed")
        font: Theme.fonts.bodyStrong
        Accessible.role: Accessible.Heading
    }

    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.largeGap
        Layout.topMargin: Theme.smallGap
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
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.smallGap
        Layout.topMargin: Theme.gap
        spacing: Theme.smallGap

        Label {
            text: qsTr("Markers")
            font: Theme.fonts.bodyStrong
            Accessible.role: Accessible.Heading
        }

        Label {
            objectName: "markerCount"
            Layout.fillWidth: true
            text: root.viewModel.markers.count
            color: Theme.secondText
        }

        IconButton {
            objectName: "addMarkerButton"
            focusPolicy: Qt.TabFocus
            enabled: root.viewModel.hasFrame
            glyph: Theme.icons.plus
            text: qsTr("Marker here")
            key: qsTr("M")
            onClicked: root.viewModel.markHere()
        }
    }

    MarkerList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        viewModel: root.viewModel
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.largeGap
        Layout.topMargin: Theme.mediumGap
        spacing: Theme.smallGap

        Button {
            objectName: "stillButton"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            focusPolicy: Qt.TabFocus
            enabled: root.viewModel.hasFrame && !root.viewModel.isCovered
            glyph: Theme.icons.camera
            text: qsTr("Still")
            key: qsTr("S")
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
            key: qsTr("M")
            onClicked: root.viewModel.markHere()
        }
    }
}
