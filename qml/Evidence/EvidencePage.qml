// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Takes a case's evidence out of the house in four steps: choose, check, seal, done.
Rectangle {
    id: root

    required property ExportViewModel viewModel
    readonly property bool isDone: root.viewModel.stage === ExportViewModel.Done
    readonly property bool hasContent: root.viewModel.hasCase && !root.viewModel.isEmpty

    color: Theme.window

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.pageMargin
        spacing: Theme.largeGap

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.fieldHeight
            spacing: Theme.mediumGap

            PageTitle {
                text: qsTr("Evidence package")
            }

            Label {
                objectName: "exportPackageName"
                Layout.fillWidth: true
                text: root.viewModel.packageName
                color: Theme.secondText
                font: Theme.fonts.monoSmall
                elide: Text.ElideRight
            }

            Button {
                objectName: "exportAgainButton"
                visible: root.isDone
                glyph: Theme.icons.packagePlus
                text: qsTr("Another package")
                onClicked: root.viewModel.startAgain()
            }

            Button {
                objectName: "openStartPageButton"
                visible: root.isDone
                glyph: Theme.icons.fileText
                text: qsTr("Open START-HERE")
                onClicked: root.viewModel.openStartPage()
            }

            Button {
                objectName: "openFolderButton"
                visible: root.isDone
                look: Button.Main
                glyph: Theme.icons.folderOpen
                text: qsTr("Open folder")
                onClicked: root.viewModel.openFolder()
            }
        }

        Steps {
            Layout.fillWidth: true
            visible: root.hasContent || root.isDone
            steps: [qsTr("Choose"), qsTr("Check"), qsTr("Seal"), qsTr("Done")]
            current: root.viewModel.step
        }

        Notice {
            objectName: "exportProblem"
            Layout.fillWidth: true
            visible: root.viewModel.problem !== ""
            tone: Notice.Bad
            text: root.viewModel.problem
            onClosed: root.viewModel.forgetProblem()
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            StackLayout {
                anchors.fill: parent
                visible: root.hasContent || root.isDone
                currentIndex: root.viewModel.step

                Loader {
                    active: root.viewModel.step === 0
                    sourceComponent: ChooseStep {
                        viewModel: root.viewModel
                    }
                }

                Loader {
                    active: root.viewModel.step === 1
                    sourceComponent: CheckStep {
                        viewModel: root.viewModel
                    }
                }

                Loader {
                    active: root.viewModel.step === 2
                    sourceComponent: SealStep {
                        viewModel: root.viewModel
                    }
                }

                Loader {
                    active: root.viewModel.step === 3
                    sourceComponent: DoneStep {
                        viewModel: root.viewModel
                    }
                }
            }

            EmptyState {
                objectName: "exportEmpty"
                anchors.fill: parent
                visible: !root.hasContent && !root.isDone && !root.viewModel.isLoading
                glyph: Theme.icons.packageOpen
                title: root.viewModel.hasCase ? qsTr("No clips in this case yet") : qsTr("No case is open")
                text: root.viewModel.hasCase
                      ? qsTr("A package is made of clips that residents shared or that were imported. They arrive in the inbox.")
                      : qsTr("Choose a case in the bar at the top, or publish a request on the map: that opens one.")
                actionText: root.viewModel.hasCase ? qsTr("Look again") : ""
                onActionChosen: root.viewModel.reload()
            }

            LoadingState {
                anchors.fill: parent
                visible: !root.hasContent && !root.isDone && root.viewModel.isLoading
                sentence: qsTr("Reading the clips and notes of this case…")
            }
        }
    }
}
