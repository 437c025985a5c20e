// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Everything the officer can set, kept as soon as it is set.
Rectangle {
    id: root

    required property SettingsViewModel viewModel
    required property PackListModel packs

    color: Theme.window

    ScrollArea {
        id: area

        anchors.fill: parent
        objectName: "settingsScroll"

        ColumnLayout {
            x: Math.max(Theme.pageMargin, Math.round((area.width - width) / 2))
            width: Math.min(800, area.width - 2 * Theme.pageMargin)
            spacing: Theme.largeGap

            PageTitle {
                Layout.topMargin: Theme.pageMargin
                Layout.fillWidth: true
                text: qsTr("Settings")
            }

            Notice {
                objectName: "restartNotice"
                Layout.fillWidth: true
                visible: root.viewModel.needsRestart
                canClose: false
                text: qsTr("Some of this takes effect when Porchlight is started again.")
            }

            OfficerCard {
                viewModel: root.viewModel
            }

            LookCard {
                viewModel: root.viewModel
            }

            KeysCard {
                viewModel: root.viewModel
            }

            ExchangeCard {
                viewModel: root.viewModel
            }

            MapsCard {
                packs: root.packs
            }

            StoreCard {
                viewModel: root.viewModel
            }

            AboutCard {
                Layout.bottomMargin: Theme.pageMargin
                viewModel: root.viewModel
            }
        }
    }
}
