// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtCore
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

import Porchlight.Evidence
import Porchlight.Inbox
import Porchlight.Map
import Porchlight.Oversight
import Porchlight.Requests
import Porchlight.Review
import Porchlight.Settings
import Porchlight.Theme

// The window: rail, bar and status line around the pages. It places them and passes on what they ask for.
T.ApplicationWindow {
    id: root

    required property ShellViewModel shell
    required property MapViewModel map
    required property ComposerViewModel composer
    required property ListImport listImport
    required property RequestsViewModel requests
    required property InboxViewModel inbox
    required property ReviewViewModel review
    required property ExportViewModel evidence
    required property OversightViewModel oversight
    required property SettingsViewModel settings
    required property PackListModel mapPacks
    readonly property bool isReview: root.shell.page === ShellViewModel.Review

    width: 1280
    height: 800
    minimumWidth: 1100
    minimumHeight: 700
    visible: true
    title: root.shell.hasCase && !root.shell.isLocked ? qsTr("%1 – Porchlight").arg(root.shell.caseFile.number) : qsTr("Porchlight")
    color: Theme.window
    font: Theme.fonts.body

    Settings {
        category: "window"
        property alias width: root.width
        property alias height: root.height
        property alias visibility: root.visibility
    }

    Binding {
        target: Theme
        property: "dark"
        value: root.settings.isDark || (root.isReview && root.settings.reviewsByNight)
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.settings.hasReducedMotion
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Rail {
            Layout.fillHeight: true
            shell: root.shell
        }

        ColumnLayout {
            spacing: 0

            TopBar {
                Layout.fillWidth: true
                z: 1
                shell: root.shell
                onNewCaseWanted: newCase.open()
                onPaletteWanted: finder.open()
                onLockWanted: root.shell.lock()
            }

            Item {
                id: pages

                Layout.fillWidth: true
                Layout.fillHeight: true

                MapPage {
                    anchors.fill: parent
                    visible: root.shell.page === ShellViewModel.Map
                    viewModel: root.map
                    onImportAsked: importDialog.choose()

                    ComposerPanel {
                        anchors.fill: parent
                        composer: root.composer
                    }
                }

                RequestsPage {
                    anchors.fill: parent
                    visible: root.shell.page === ShellViewModel.Requests
                    viewModel: root.requests
                    onMapAsked: root.shell.page = ShellViewModel.Map
                }

                InboxPage {
                    anchors.fill: parent
                    visible: root.shell.page === ShellViewModel.Inbox
                    viewModel: root.inbox
                    onClipChosen: clipId => root.shell.showClip(clipId)
                    onRequestsWanted: root.shell.page = ShellViewModel.Map
                }

                ReviewPage {
                    id: reviewPage

                    anchors.fill: parent
                    visible: root.isReview
                    viewModel: root.review
                }

                EvidencePage {
                    anchors.fill: parent
                    visible: root.shell.page === ShellViewModel.Evidence
                    viewModel: root.evidence
                }

                OversightPage {
                    anchors.fill: parent
                    visible: root.shell.page === ShellViewModel.Oversight
                    viewModel: root.oversight
                }

                SettingsPage {
                    anchors.fill: parent
                    visible: root.shell.page === ShellViewModel.Settings
                    viewModel: root.settings
                    packs: root.mapPacks
                }

                NoticeArea {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.horizontalCenterOffset: root.isReview ? -reviewPage.sideWidth / 2 : 0
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: root.isReview ? Math.max(76, reviewPage.footHeight + Theme.mediumGap) : 76
                    notices: root.shell.notices
                }
            }

            StatusLine {
                Layout.fillWidth: true
                shell: root.shell
            }
        }
    }

    NewCaseDialog {
        id: newCase

        shell: root.shell
    }

    Finder {
        id: finder

        entries: root.shell.palette
    }

    KeysDialog {
        id: keys

        onReviewKeysWanted: reviewPage.showKeys()
    }

    ListImportDialog {
        id: importDialog

        directory: root.listImport
    }

    LockScreen {
        shell: root.shell
    }

    Shortcuts {
        shell: root.shell
        onPaletteWanted: finder.open()
        onNewCaseWanted: newCase.open()
        onKeysWanted: root.isReview ? reviewPage.showKeys() : keys.open()
    }
}
