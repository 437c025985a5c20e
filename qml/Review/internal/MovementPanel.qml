// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Movement in a region of the picture: the region, the level from which it counts, the search, and what it found.
ColumnLayout {
    id: root

    required property MovementViewModel movement
    required property reviewHints hints

    spacing: Theme.smallGap

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.smallGap

        Label {
            Layout.fillWidth: true
            text: qsTr("Movement in a region")
            font: Theme.fonts.bodyStrong
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }

        IconButton {
            objectName: "movementCloseButton"
            focusPolicy: Qt.TabFocus
            glyph: Theme.icons.x
            text: qsTr("Back to the markers")
            key: root.hints.movement
            onClicked: root.movement.toggle()
        }
    }

    Label {
        objectName: "movementState"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
        text: root.movement.stateText
        color: root.movement.isProblem ? Theme.bad : Theme.secondText
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }

    Label {
        objectName: "movementLimits"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
        text: qsTr("What is compared is at most 320 pixels wide: small movements may not be found.")
        color: Theme.secondText
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
        spacing: Theme.smallGap

        TextField {
            id: field

            objectName: "regionField"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            placeholderText: qsTr("left, top, width, height in %")
            Accessible.name: qsTr("Region: left, top, width and height in per cent")
            onAccepted: root.movement.enterRegion(field.text)

            Binding on text {
                value: root.movement.regionText
                when: !field.activeFocus
                restoreMode: Binding.RestoreNone
            }
        }

        Button {
            objectName: "movementSearchButton"
            focusPolicy: Qt.TabFocus
            visible: !root.movement.isSearching
            enabled: root.movement.canSearch
            glyph: Theme.icons.scanSearch
            text: qsTr("Search")
            onClicked: root.movement.search()
        }

        Button {
            objectName: "movementStopButton"
            focusPolicy: Qt.TabFocus
            visible: root.movement.isSearching
            text: qsTr("Stop")
            onClicked: root.movement.stop()
        }
    }

    ProgressBar {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.largeGap
        visible: root.movement.isSearching
        value: root.movement.share
        Accessible.name: root.movement.stateText
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.largeGap
        Layout.rightMargin: Theme.smallGap
        spacing: Theme.smallGap

        Slider {
            objectName: "movementLevelSlider"
            Layout.fillWidth: true
            from: 0.5
            to: 40
            stepSize: 0.5
            value: root.movement.level
            Accessible.name: qsTr("Level from which a difference counts, %1").arg(root.movement.levelText)
            onMoved: root.movement.level = value
        }

        Label {
            objectName: "movementLevel"
            text: root.movement.levelText
            font: Theme.fonts.monoSmall
        }

        IconButton {
            objectName: "movementPreviousButton"
            focusPolicy: Qt.TabFocus
            enabled: root.movement.spans.count > 0
            glyph: Theme.icons.chevronUp
            text: qsTr("Movement before")
            key: root.hints.movementBefore
            onClicked: root.movement.goToPrevious()
        }

        IconButton {
            objectName: "movementNextButton"
            focusPolicy: Qt.TabFocus
            enabled: root.movement.spans.count > 0
            glyph: Theme.icons.chevronDown
            text: qsTr("Next movement")
            key: root.hints.nextMovement
            onClicked: root.movement.goToNext()
        }
    }

    ListArea {
        objectName: "movementList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: root.movement.spans
        Accessible.name: qsTr("Movement in the region")

        delegate: MovementDelegate {
            onChosen: span => root.movement.goTo(span)
        }
    }
}
