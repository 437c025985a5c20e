// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Settings
import Porchlight.Theme

// Who works here.
SettingsCard {
    id: root

    required property SettingsViewModel viewModel

    title: qsTr("You")
    glyph: Theme.icons.circleUserRound
    text: qsTr("Residents see your agency, number and how to reach you on every request; your name stands in each entry of the log.")

    Notice {
        objectName: "profileNotice"
        Layout.fillWidth: true
        visible: !root.viewModel.hasProfile
        tone: Notice.Caution
        canClose: false
        text: qsTr("Your agency is not set yet. Set it before you publish a request.")
    }

    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.mediumGap
        rowSpacing: Theme.mediumGap
        uniformCellWidths: true

        FormField {
            Layout.fillWidth: true
            label: qsTr("Badge or user number")

            TextField {
                id: number

                objectName: "officerIdField"
                Layout.fillWidth: true
                text: root.viewModel.officer.id
                Accessible.name: qsTr("Badge or user number")
            }
        }

        FormField {
            Layout.fillWidth: true
            label: qsTr("Name")

            TextField {
                id: name

                objectName: "officerNameField"
                Layout.fillWidth: true
                text: root.viewModel.officer.name
                Accessible.name: qsTr("Name")
            }
        }

        FormField {
            Layout.fillWidth: true
            label: qsTr("Agency")

            TextField {
                id: agency

                objectName: "officerAgencyField"
                Layout.fillWidth: true
                text: root.viewModel.officer.agencyName
                placeholderText: qsTr("Larkfield Police Department")
                Accessible.name: qsTr("Agency")
            }
        }

        FormField {
            Layout.fillWidth: true
            label: qsTr("How residents reach you")

            TextField {
                id: contact

                objectName: "officerContactField"
                Layout.fillWidth: true
                text: root.viewModel.officer.contact
                placeholderText: qsTr("Telephone or e-mail")
                Accessible.name: qsTr("How residents reach you")
            }
        }
    }

    Button {
        objectName: "keepOfficerButton"
        look: Button.Main
        text: qsTr("Keep profile")
        enabled: number.text.trim() !== "" && name.text.trim() !== ""
        onClicked: root.viewModel.keepOfficer(number.text, name.text, agency.text, contact.text)
    }
}
