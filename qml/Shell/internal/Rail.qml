// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Shell

// The pages, down the left edge.
Rectangle {
    id: root

    required property ShellViewModel shell

    implicitWidth: Theme.railWidth
    color: Theme.rail
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: 10
        anchors.bottomMargin: 10
        spacing: Theme.gap

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: 14
            implicitWidth: 34
            implicitHeight: 34
            color: Theme.accentGround
            border.color: Theme.accentLine
            radius: Theme.railRadius

            Icon {
                anchors.centerIn: parent
                glyph: Theme.icons.lampWallDown
                size: 20
                color: Theme.accent
            }
        }

        RailItem {
            objectName: "mapTab"
            Layout.alignment: Qt.AlignHCenter
            checked: root.shell.page === ShellViewModel.Map
            glyph: Theme.icons.map
            text: qsTr("Map")
            key: qsTr("Ctrl 1")
            onClicked: root.shell.page = ShellViewModel.Map
        }

        RailItem {
            objectName: "requestsTab"
            Layout.alignment: Qt.AlignHCenter
            checked: root.shell.page === ShellViewModel.Requests
            glyph: Theme.icons.filePenLine
            text: qsTr("Requests")
            key: qsTr("Ctrl 2")
            onClicked: root.shell.page = ShellViewModel.Requests
        }

        RailItem {
            objectName: "inboxTab"
            Layout.alignment: Qt.AlignHCenter
            checked: root.shell.page === ShellViewModel.Inbox
            glyph: Theme.icons.inbox
            text: qsTr("Inbox")
            key: qsTr("Ctrl 3")
            badge: root.shell.newClips
            onClicked: root.shell.page = ShellViewModel.Inbox
        }

        RailItem {
            objectName: "reviewTab"
            Layout.alignment: Qt.AlignHCenter
            checked: root.shell.page === ShellViewModel.Review
            glyph: Theme.icons.film
            text: qsTr("Review")
            key: qsTr("Ctrl 4")
            onClicked: root.shell.page = ShellViewModel.Review
        }

        RailItem {
            objectName: "evidenceTab"
            Layout.alignment: Qt.AlignHCenter
            checked: root.shell.page === ShellViewModel.Evidence
            glyph: Theme.icons.packageCheck
            text: qsTr("Evidence")
            key: qsTr("Ctrl 5")
            onClicked: root.shell.page = ShellViewModel.Evidence
        }

        RailItem {
            objectName: "oversightTab"
            Layout.alignment: Qt.AlignHCenter
            checked: root.shell.page === ShellViewModel.Oversight
            glyph: Theme.icons.scale
            text: qsTr("Oversight")
            key: qsTr("Ctrl 6")
            onClicked: root.shell.page = ShellViewModel.Oversight
        }

        Item {
            Layout.fillHeight: true
        }

        RailItem {
            objectName: "settingsTab"
            Layout.alignment: Qt.AlignHCenter
            checked: root.shell.page === ShellViewModel.Settings
            glyph: Theme.icons.settings
            text: qsTr("Settings")
            key: qsTr("Ctrl 7")
            onClicked: root.shell.page = ShellViewModel.Settings
        }
    }

    Separator {
        anchors.right: parent.right
        height: parent.height
    }
}
