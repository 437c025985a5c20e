// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Settings
import Porchlight.Theme

// Where records and originals are kept, and how far the decoder is trusted.
SettingsCard {
    id: root

    required property SettingsViewModel viewModel

    title: qsTr("Records and decoder")
    glyph: Theme.icons.database

    FormField {
        Layout.fillWidth: true
        label: qsTr("Data folder: originals, records, log")

        TextField {
            objectName: "dataFolderField"
            Layout.fillWidth: true
            readOnly: true
            font: Theme.fonts.monoSmall
            text: root.viewModel.dataDirectory
            Accessible.name: qsTr("Data folder")
        }
    }

    FormField {
        Layout.fillWidth: true
        label: qsTr("Database")
        remark: qsTr("empty: a file in the data folder")

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.smallGap

            TextField {
                id: address

                objectName: "storeAddressField"
                Layout.fillWidth: true
                text: root.viewModel.storeAddress
                placeholderText: qsTr("postgresql://USER@HOST/NAME")
                Accessible.name: qsTr("Database")
            }

            Button {
                objectName: "useStoreButton"
                text: qsTr("Use it")
                enabled: address.text.trim() !== root.viewModel.storeAddress
                onClicked: root.viewModel.useStore(address.text)
            }
        }
    }

    Switch {
        objectName: "unconfinedSwitch"
        text: qsTr("Allow review where the decoder cannot be confined")
        checked: root.viewModel.reviewsUnconfined
        onToggled: root.viewModel.reviewsUnconfined = checked
    }

    Label {
        Layout.fillWidth: true
        Layout.leftMargin: 46
        Layout.topMargin: -8
        text: qsTr("Clips come from strangers. The decoder runs apart, without files, network or keys. Leave this off unless this system cannot do that and somebody answers for it; each opening says so in the log.")
        color: Theme.secondText
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }
}
