// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

ColumnLayout {
    spacing: Theme.mediumGap

    PageTitle {
        text: "Buttons and fields"
    }

    RowLayout {
        Button {
            objectName: "mainButton"
            text: "Open in Review"
            key: "Enter"
            look: Button.Main
        }

        Button {
            text: "Accept"
            key: "A"
        }

        Button {
            text: "Remove"
            glyph: Theme.icons.trash2
            look: Button.Danger
        }
    }

    RowLayout {
        Button {
            text: "Send for approval"
            look: Button.Main
            enabled: false
        }

        Button {
            text: "Quiet"
            look: Button.Quiet
        }

        IconButton {
            glyph: Theme.icons.lock
            text: "Lock"
        }

        IconButton {
            glyph: Theme.icons.pentagon
            text: "Polygon"
            checked: true
            checkable: true
        }
    }

    SearchField {
        Layout.fillWidth: true
        placeholderText: "Search or type a command"
        key: "Ctrl K"
    }

    FormField {
        Layout.fillWidth: true
        label: "Hours asked for"
        remark: "2 h 30 min of at most 12 h"

        TextField {
            Layout.fillWidth: true
            text: "22 Nov, 20:00"
        }
    }

    FormField {
        Layout.fillWidth: true
        label: "What you ask for"
        finding: "Pressure. Residents are free to ignore a request. Write “Please share”."

        TextArea {
            Layout.fillWidth: true
            tone: TextArea.Caution
            text: "We are looking for footage of a white van near Wood Street between 20:00 and 22:30. You must send what your camera recorded."
        }
    }

    ComboBox {
        id: offences

        Layout.fillWidth: true
        model: ["Burglary of a dwelling", "Robbery", "Missing person"]
    }

    CheckBox {
        text: "The picture"
        checked: true
    }

    CheckBox {
        text: "The sound"
    }

    Switch {
        text: "Residents’ phones on this network"
        checked: true
    }

    Switch {
        text: "Allow review without confinement"
    }

    RadioButton {
        text: "This computer"
        checked: true
    }

    RadioButton {
        text: "Another exchange"
    }
}
