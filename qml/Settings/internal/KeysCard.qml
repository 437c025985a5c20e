// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The keys of review: pressing one waits for the key that takes its place.
SettingsCard {
    id: root

    required property SettingsViewModel viewModel

    objectName: "keysCard"
    title: qsTr("Keys of review")
    glyph: Theme.icons.keyboard
    text: qsTr("Press a key's button, then the new key; it takes the place of all keys of that act. Escape leaves it as it was. A jog wheel that sends keys is set here too.")

    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.pageMargin
        rowSpacing: 2

        Repeater {
            model: root.viewModel.reviewKeys

            delegate: KeyRow {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onChangeWanted: act => root.viewModel.awaitKey(act)
                onUsualWanted: act => root.viewModel.useUsualKeys(act)
                onCaught: key => root.viewModel.changeKey(key)
                onGivenUp: root.viewModel.leaveKey()
            }
        }
    }

    Button {
        objectName: "usualKeysButton"
        enabled: root.viewModel.hasOwnKeys
        text: qsTr("Usual keys for all")
        onClicked: root.viewModel.useAllUsualKeys()
    }
}
