// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Settings
import Porchlight.Theme

SettingsCard {
    id: root

    required property SettingsViewModel viewModel

    title: qsTr("Look")
    glyph: Theme.icons.sunMoon

    RowLayout {
        spacing: Theme.pageMargin

        RadioButton {
            objectName: "dayButton"
            text: qsTr("Day")
            checked: root.viewModel.theme === SettingsViewModel.Day
            onToggled: root.viewModel.theme = SettingsViewModel.Day
        }

        RadioButton {
            objectName: "nightButton"
            text: qsTr("Night")
            checked: root.viewModel.theme === SettingsViewModel.Night
            onToggled: root.viewModel.theme = SettingsViewModel.Night
        }

        RadioButton {
            objectName: "systemThemeButton"
            text: qsTr("As the system")
            checked: root.viewModel.theme === SettingsViewModel.System
            onToggled: root.viewModel.theme = SettingsViewModel.System
        }
    }

    Switch {
        objectName: "reviewByNightSwitch"
        text: qsTr("Night in Review, whatever is chosen above")
        checked: root.viewModel.reviewsByNight
        onToggled: root.viewModel.reviewsByNight = checked
    }

    Switch {
        objectName: "reducedMotionSwitch"
        text: qsTr("No motion")
        checked: root.viewModel.hasReducedMotion
        onToggled: root.viewModel.hasReducedMotion = checked
    }
}
