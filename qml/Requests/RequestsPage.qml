// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// All requests by where they stand; of the chosen one, what residents see and what is left to do.
Item {
    id: root

    required property RequestsViewModel viewModel
    signal mapAsked()

    objectName: "requestsPage"

    EmptyState {
        anchors.fill: parent
        visible: root.viewModel.isEmpty
        glyph: Theme.icons.filePen
        title: qsTr("No request yet")
        text: qsTr("A request begins on the map: draw the area, say which hours, and write what you are looking for.")
        actionText: qsTr("Go to the map")
        actionGlyph: Theme.icons.map
        onActionChosen: root.mapAsked()
    }

    LoadingState {
        anchors.fill: parent
        visible: root.viewModel.isLoading
        sentence: qsTr("Reading the requests …")
    }

    RowLayout {
        anchors.fill: parent
        visible: !root.viewModel.isEmpty && !root.viewModel.isLoading
        spacing: 0

        SplitPanel {
            name: "requestsList"
            preferredSize: 340
            minimumSize: 260
            maximumSize: 520
            Layout.fillHeight: true

            ColumnLayout {
                anchors.fill: parent
                spacing: 0

                PageTitle {
                    Layout.margins: Theme.largeGap
                    Layout.bottomMargin: 2
                    text: qsTr("Requests")
                }

                Label {
                    Layout.leftMargin: Theme.largeGap
                    Layout.bottomMargin: Theme.mediumGap
                    text: root.viewModel.countText
                    color: Theme.secondText
                }

                Notice {
                    Layout.fillWidth: true
                    Layout.margins: Theme.mediumGap
                    visible: root.viewModel.errorText !== ""
                    tone: Notice.Bad
                    canClose: false
                    text: root.viewModel.errorText
                }

                Separator {
                    Layout.fillWidth: true
                }

                ListArea {
                    objectName: "requestList"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    model: root.viewModel.rows
                    Accessible.name: qsTr("Requests")

                    delegate: RequestItem {
                        id: item

                        onClicked: root.viewModel.choose(item.row.id)
                    }
                }
            }
        }

        ScrollArea {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true

            Flow {
                x: Theme.pageMargin
                y: Theme.pageMargin
                width: scroll.availableWidth - 2 * Theme.pageMargin
                visible: root.viewModel.hasChosen
                spacing: 32
                bottomPadding: Theme.pageMargin

                ColumnLayout {
                    spacing: Theme.mediumGap

                    Label {
                        text: root.viewModel.isDraft ? qsTr("What residents will see") : qsTr("What residents see")
                        color: Theme.secondText
                        font: Theme.fonts.small
                    }

                    RequestPhone {
                        viewModel: root.viewModel
                    }
                }

                ColumnLayout {
                    width: Math.max(300, Math.min(460, parent.width - 360 - 32))
                    spacing: Theme.largeGap

                    RowLayout {
                        spacing: Theme.smallGap

                        Chip {
                            objectName: "requestState"
                            text: root.viewModel.stateText
                            tone: root.viewModel.canResolve ? Chip.Good : root.viewModel.isDraft ? Chip.Accent : Chip.Neutral
                        }

                        Label {
                            Layout.fillWidth: true
                            visible: !root.viewModel.isDraft
                            text: qsTr("cannot be edited or deleted")
                            color: Theme.secondText
                            font: Theme.fonts.small
                        }
                    }

                    RequestFacts {
                        Layout.fillWidth: true
                        viewModel: root.viewModel
                    }

                    RequestLink {
                        Layout.fillWidth: true
                        viewModel: root.viewModel
                    }

                    Notice {
                        objectName: "resolveFailure"
                        Layout.fillWidth: true
                        visible: root.viewModel.failureText !== ""
                        tone: Notice.Bad
                        text: root.viewModel.failureText
                        onClosed: root.viewModel.closeNotice()
                    }

                    RowLayout {
                        spacing: Theme.smallGap

                        Button {
                            objectName: "resolveButton"
                            visible: root.viewModel.canResolve
                            enabled: !root.viewModel.isResolving
                            glyph: Theme.icons.circleCheck
                            text: root.viewModel.isResolving ? qsTr("Resolving …") : qsTr("Mark as resolved")
                            onClicked: confirm.open()
                        }

                        Button {
                            objectName: "continueDraftButton"
                            visible: root.viewModel.isDraft
                            look: Button.Main
                            text: qsTr("Continue on the map")
                            onClicked: root.mapAsked()
                        }
                    }
                }
            }
        }
    }

    Dialog {
        id: confirm

        title: qsTr("Mark this request as resolved?")
        acceptText: qsTr("Mark as resolved")
        onAccepted: root.viewModel.resolve()

        Label {
            width: 380
            text: qsTr("Residents will read that it is resolved and can share nothing more with it. This cannot be undone. Clips that came are not touched.")
            color: Theme.secondText
            lineHeight: 1.3
            wrapMode: Text.Wrap
        }
    }
}
