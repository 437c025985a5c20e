// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Clips that residents shared with the requests of this case: look, open, accept, decline.
Rectangle {
    id: root

    required property InboxViewModel viewModel
    signal clipChosen(string clipId)
    signal requestsWanted()

    color: Theme.surface

    Connections {
        target: root.viewModel

        function onClipChosen(clipId: string) {
            root.clipChosen(clipId);
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        InboxHeader {
            Layout.fillWidth: true
            viewModel: root.viewModel
        }

        Notice {
            objectName: "inboxProblem"
            Layout.fillWidth: true
            Layout.margins: Theme.smallGap
            visible: root.viewModel.problem !== ""
            tone: Notice.Bad
            text: root.viewModel.problem
            onClosed: root.viewModel.forgetProblem()
        }

        Notice {
            objectName: "inboxExchangeProblem"
            Layout.fillWidth: true
            Layout.margins: Theme.smallGap
            visible: root.viewModel.exchangeProblem !== ""
            tone: Notice.Caution
            canClose: false
            text: root.viewModel.exchangeProblem
        }

        InboxHeadings {
            Layout.fillWidth: true
            visible: list.count > 0
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            InboxList {
                id: list

                anchors.fill: parent
                viewModel: root.viewModel
                isPaused: declineDialog.visible || revealDialog.visible
                onDeclineWanted: declineDialog.open()
                onRevealWanted: revealDialog.open()
            }

            LoadingState {
                anchors.fill: parent
                visible: root.viewModel.isLoading && list.count === 0
                sentence: qsTr("Reading the clips of this case…")
            }

            InboxEmpty {
                anchors.fill: parent
                visible: !root.viewModel.isLoading && list.count === 0
                viewModel: root.viewModel
                onRequestsWanted: root.requestsWanted()
            }
        }

        InboxActions {
            Layout.fillWidth: true
            viewModel: root.viewModel
            list: list
            onDeclineWanted: declineDialog.open()
        }
    }

    ReasonDialog {
        id: declineDialog

        objectName: "declineDialog"
        title: qsTr("Decline this clip")
        question: qsTr("Why is it not used? The reason is recorded; the resident is not told.")
        acceptText: qsTr("Decline")
        onReasonGiven: reason => root.viewModel.declineClip(list.currentIndex, reason)
    }

    ReasonDialog {
        id: revealDialog

        objectName: "revealDialog"
        title: qsTr("Show this picture")
        question: qsTr("The resident flagged it: it may upset someone. Why must it be seen? The reason is recorded.")
        acceptText: qsTr("Show")
        onReasonGiven: reason => root.viewModel.revealPicture(list.currentIndex, reason)
    }
}
