// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The page that residents open: its address, and the same as a code for a phone's camera.
ColumnLayout {
    id: root

    required property RequestsViewModel viewModel
    readonly property string address: root.viewModel.publicUrl.toString()

    visible: root.address !== ""
    spacing: Theme.smallGap

    SectionTitle {
        text: qsTr("Residents' page")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.smallGap

        TextField {
            objectName: "publicLinkField"
            Layout.fillWidth: true
            readOnly: true
            text: root.address
            autoScroll: false
            font: Theme.fonts.monoSmall
            Accessible.name: qsTr("Address of the residents' page")
        }

        IconButton {
            objectName: "copyLinkButton"
            glyph: Theme.icons.copy
            text: qsTr("Copy the address")
            onClicked: root.viewModel.copyLink()
        }

        IconButton {
            objectName: "openLinkButton"
            glyph: Theme.icons.externalLink
            text: qsTr("Open the page")
            onClicked: Qt.openUrlExternally(root.viewModel.publicUrl)
        }
    }

    QrCode {
        objectName: "publicLinkCode"
        Layout.topMargin: Theme.smallGap
        implicitWidth: 164
        implicitHeight: 164
        text: root.address
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR code of %1").arg(root.address)
    }

    Label {
        Layout.fillWidth: true
        text: root.viewModel.linkHint
        color: Theme.secondText
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }
}
