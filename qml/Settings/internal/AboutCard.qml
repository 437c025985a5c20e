// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Settings
import Porchlight.Theme

// The version, and whose work ships with the program.
SettingsCard {
    id: root

    required property SettingsViewModel viewModel

    title: qsTr("About")
    glyph: Theme.icons.info
    text: qsTr("Porchlight %1. Free software under the GNU General Public License, version 3 or later. It asks residents for footage, within limits that are in the machine.").arg(root.viewModel.version)

    Repeater {
        model: root.viewModel.credits

        RowLayout {
            id: line

            required property credit modelData

            Layout.fillWidth: true
            spacing: Theme.mediumGap

            Label {
                Layout.preferredWidth: 210
                text: line.modelData.name
                font: Theme.fonts.bodyMedium
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                text: line.modelData.use
                color: Theme.secondText
                wrapMode: Text.Wrap
            }

            Label {
                Layout.preferredWidth: 190
                text: line.modelData.licence
                color: Theme.secondText
                wrapMode: Text.Wrap
            }
        }
    }
}
