// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

pragma ComponentBehavior: Bound

import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Settings
import Porchlight.Theme

// The map packs: streets of the places an agency works in.
SettingsCard {
    id: root

    required property PackListModel packs

    objectName: "mapsCard"
    title: qsTr("Maps")
    glyph: Theme.icons.map
    text: qsTr("Streets come from map packs, which lie on this computer: the map never uses a network. The world and the made-up demo town are always there. A pack is a folder, made from an OpenStreetMap extract with packaging/mappack.")

    FolderDialog {
        id: folderDialog

        title: qsTr("Choose the folder of a map pack")
        currentFolder: StandardPaths.writableLocation(StandardPaths.DownloadLocation)
        onAccepted: root.packs.install(folderDialog.selectedFolder)
    }

    Repeater {
        model: root.packs

        delegate: PackRow {
            Layout.fillWidth: true
            isBusy: root.packs.isBusy
            onCheckWanted: id => root.packs.check(id)
            onRemoveWanted: id => root.packs.remove(id)
        }
    }

    Label {
        objectName: "noPacksText"
        visible: root.packs.count === 0
        text: qsTr("No map pack is installed.")
        color: Theme.secondText
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.mediumGap

        Button {
            objectName: "installPackButton"
            enabled: !root.packs.isBusy
            text: qsTr("Install a map pack …")
            onClicked: folderDialog.open()
        }

        ProgressBar {
            objectName: "packProgress"
            visible: root.packs.isBusy
            value: root.packs.share
            Accessible.name: root.packs.work
        }

        Label {
            Layout.fillWidth: true
            visible: root.packs.isBusy
            text: root.packs.work
            color: Theme.secondText
            elide: Text.ElideRight
        }
    }
}
