// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Settings
import Porchlight.Theme

// Which exchange shows the requests to residents.
SettingsCard {
    id: root

    required property SettingsViewModel viewModel
    property bool wantsElsewhere: root.viewModel.exchangeAddress.toString() !== ""

    title: qsTr("Exchange")
    glyph: Theme.icons.arrowLeftRight
    text: qsTr("The exchange shows requests to residents and takes what they share. Porchlight has one of its own, or works with another.")

    RadioButton {
        objectName: "ownExchangeButton"
        text: qsTr("This computer")
        checked: !root.wantsElsewhere
        onToggled: {
            root.wantsElsewhere = false;
            root.viewModel.useOwnExchange();
        }
    }

    ColumnLayout {
        Layout.leftMargin: 26
        visible: !root.wantsElsewhere
        spacing: Theme.smallGap

        Switch {
            objectName: "demoSwitch"
            text: qsTr("Demo residents: made-up people who answer with made-up clips")
            checked: root.viewModel.hasDemoResidents
            onToggled: root.viewModel.hasDemoResidents = checked
        }

        Switch {
            objectName: "lanSwitch"
            enabled: root.viewModel.isOwnExchange
            text: qsTr("Show the residents’ page to phones on this network")
            checked: root.viewModel.isOnLan
            onToggled: root.viewModel.isOnLan = checked
        }

        RowLayout {
            Layout.topMargin: Theme.gap
            visible: root.viewModel.lanAddress.toString() !== ""
            spacing: Theme.largeGap

            QrCode {
                objectName: "lanQrCode"
                Layout.preferredWidth: 148
                Layout.preferredHeight: 148
                text: root.viewModel.lanAddress.toString()
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code of %1").arg(text)
            }

            ColumnLayout {
                spacing: Theme.gap

                Label {
                    text: qsTr("Point a phone’s camera at the code, or open")
                    color: Theme.secondText
                }

                Label {
                    objectName: "lanAddress"
                    text: root.viewModel.lanAddress.toString()
                    font: Theme.fonts.mono
                }
            }
        }
    }

    RadioButton {
        objectName: "otherExchangeButton"
        text: qsTr("Another exchange")
        checked: root.wantsElsewhere
        onToggled: root.wantsElsewhere = true
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 26
        visible: root.wantsElsewhere
        spacing: Theme.mediumGap

        FormField {
            Layout.fillWidth: true
            label: qsTr("Address")

            TextField {
                id: address

                objectName: "exchangeAddressField"
                Layout.fillWidth: true
                text: root.viewModel.exchangeAddress.toString()
                placeholderText: qsTr("https://exchange.example.org")
                Accessible.name: qsTr("Address of the exchange")
            }
        }

        FormField {
            Layout.fillWidth: true
            label: qsTr("Token")

            TextField {
                id: token

                objectName: "exchangeTokenField"
                Layout.fillWidth: true
                echoMode: TextInput.Password
                placeholderText: root.viewModel.hasExchangeToken ? qsTr("one is set") : qsTr("from the exchange")
                Accessible.name: qsTr("Token of the exchange")
            }
        }

        Button {
            objectName: "useExchangeButton"
            Layout.alignment: Qt.AlignBottom
            text: qsTr("Use it")
            enabled: address.text.trim() !== ""
            onClicked: root.viewModel.useExchange(address.text, token.text)
        }
    }
}
