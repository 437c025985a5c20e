// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One way to set a camera's clock: what it does, a field and its button.
ColumnLayout {
    id: root

    required property string title
    required property string hint
    required property string fieldName
    required property string actionText
    property string placeholder: ""
    signal entered(text: string)

    spacing: Theme.gap

    Label {
        text: root.title
        font: Theme.fonts.smallStrong
    }

    Label {
        Layout.fillWidth: true
        text: root.hint
        color: Theme.secondText
        font: Theme.fonts.small
        wrapMode: Text.Wrap
    }

    RowLayout {
        spacing: Theme.smallGap

        TextField {
            id: field

            objectName: root.fieldName
            Layout.fillWidth: true
            placeholderText: root.placeholder
            Accessible.name: root.title
            onAccepted: root.entered(field.text)
        }

        Button {
            objectName: root.fieldName + "Button"
            focusPolicy: Qt.TabFocus
            enabled: field.text !== ""
            text: root.actionText
            onClicked: root.entered(field.text)
        }
    }
}
