// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The custody log: who did what to which bytes, when and why, and every refused attempt. Nothing can be changed here.
Rectangle {
    id: root

    required property OversightViewModel viewModel

    color: Theme.window

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.pageMargin
        spacing: Theme.largeGap

        LogHeader {
            Layout.fillWidth: true
            viewModel: root.viewModel
        }

        Notice {
            objectName: "oversightFault"
            Layout.fillWidth: true
            visible: root.viewModel.faultText !== ""
            tone: Notice.Bad
            canClose: false
            text: root.viewModel.faultText
        }

        Notice {
            objectName: "oversightProblem"
            Layout.fillWidth: true
            visible: root.viewModel.problem !== "" && table.count > 0
            tone: Notice.Bad
            text: root.viewModel.problem
            onClosed: root.viewModel.forgetProblem()
        }

        Notice {
            objectName: "oversightNote"
            Layout.fillWidth: true
            visible: root.viewModel.note !== ""
            tone: Notice.Good
            text: root.viewModel.note
            onClosed: root.viewModel.forgetNote()
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: 1
            clip: true

            RowLayout {
                anchors.fill: parent
                spacing: 0

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    spacing: 0

                    LogFilters {
                        Layout.fillWidth: true
                        viewModel: root.viewModel
                    }

                    LogTable {
                        id: table

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        viewModel: root.viewModel
                    }
                }

                EntryPanel {
                    Layout.fillHeight: true
                    visible: root.viewModel.hasSelected
                    entry: root.viewModel.selected
                    onClosed: table.letGo()
                }
            }
        }
    }
}
