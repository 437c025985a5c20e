// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Looks at one clip of the case: picture, transport, time line, and beside them what the frame on the screen is.
Item {
    id: root

    required property ReviewViewModel viewModel
    readonly property bool isOpen: root.viewModel.stage === ReviewViewModel.Open

    // What stands below and beside the picture, which nothing may cover: transport and time line, and the facts.
    readonly property int footHeight: root.isOpen ? transport.height + timelinePane.height : 0
    readonly property int sideWidth: root.isOpen ? side.width : 0

    objectName: "reviewPage"

    function showKeys(): void {
        keySheet.open();
    }

    ReviewKeys {
        viewModel: root.viewModel
        enabled: root.visible && root.isOpen && !revealDialog.opened && !timelinePane.isChoosing && !transport.isChoosing && !facts.isChoosing && !keySheet.opened
        isLoupeShown: picture.showsLoupe
        onLoupePutAway: picture.showsLoupe = false
    }

    Connections {
        target: root.viewModel

        function onClipListWanted(): void {
            timelinePane.openList();
        }

        function onTruePixelsWanted(): void {
            picture.showsTruePixels = !picture.showsTruePixels;
        }

        function onLoupeWanted(): void {
            picture.showsLoupe = !picture.showsLoupe;
        }

        function onLookWanted(): void {
            transport.openLook();
        }

        function onSheetWanted(): void {
            facts.openSheet();
        }
    }

    RowLayout {
        anchors.fill: parent
        visible: root.isOpen
        spacing: 0

        ColumnLayout {
            spacing: 0

            CameraGrid {
                id: picture

                Layout.fillWidth: true
                Layout.fillHeight: true
                viewModel: root.viewModel
                onRevealWanted: revealDialog.open()
                onLookWanted: transport.openLook()
                onClipWanted: timelinePane.openList()
            }

            TransportBar {
                id: transport

                objectName: "transportBar"
                Layout.fillWidth: true
                viewModel: root.viewModel
                timelineView: timelinePane.view
            }

            TimelinePane {
                id: timelinePane

                Layout.fillWidth: true
                viewModel: root.viewModel
            }
        }

        SplitPanel {
            id: side

            objectName: "factsSide"
            Layout.fillHeight: true
            name: "review.facts"
            edge: Qt.RightEdge
            preferredSize: 288
            minimumSize: 260
            maximumSize: 480

            FactsPanel {
                id: facts

                anchors.fill: parent
                viewModel: root.viewModel
            }
        }
    }

    ClipChooser {
        anchors.fill: parent
        visible: root.viewModel.stage === ReviewViewModel.Empty
        viewModel: root.viewModel
    }

    LoadingState {
        anchors.fill: parent
        visible: root.viewModel.stage === ReviewViewModel.Opening
        sentence: qsTr("Recording that the clip is opened, then starting its decoder")
        canCancel: true
        onCancelled: root.viewModel.closeClip()
    }

    ErrorState {
        objectName: "reviewError"
        anchors.fill: parent
        visible: root.viewModel.stage === ReviewViewModel.Failed
        title: qsTr("This clip cannot be shown")
        text: root.viewModel.failureText
        actionText: qsTr("Choose another clip")
        actionGlyph: Theme.icons.film
        otherActionText: root.viewModel.canOpenAgain ? qsTr("Open again") : ""
        onActionChosen: root.viewModel.closeClip()
        onOtherActionChosen: root.viewModel.openAgain()
    }

    KeySheet {
        id: keySheet

        viewModel: root.viewModel
    }

    RevealDialog {
        id: revealDialog

        onReasonGiven: reason => root.viewModel.reveal(reason)
    }
}
