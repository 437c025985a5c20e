// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// A control with its label above, a remark at the right of the label, and a finding below that concerns it.
ColumnLayout {
    id: root

    enum Tone { Neutral, Good, Caution, Bad }

    required property string label
    property string remark
    property string finding
    property int tone: FormField.Caution
    readonly property color ink: root.tone === FormField.Bad ? Theme.bad : root.tone === FormField.Good ? Theme.good
                               : root.tone === FormField.Caution ? Theme.caution : Theme.secondText
    default property alias content: holder.data

    spacing: 6

    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            text: root.label
            color: Theme.secondText
            font: Theme.fonts.small
        }

        Label {
            text: root.remark
            visible: root.remark !== ""
            color: Theme.secondText
            font: Theme.fonts.small
        }
    }

    ColumnLayout {
        id: holder

        Layout.fillWidth: true
        spacing: Theme.gap
    }

    RowLayout {
        Layout.fillWidth: true
        visible: root.finding !== ""
        spacing: 6

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 1
            glyph: root.tone === FormField.Bad ? Theme.icons.circleX : root.tone === FormField.Good ? Theme.icons.circleCheck
                 : root.tone === FormField.Caution ? Theme.icons.triangleAlert : Theme.icons.info
            size: 14
            color: root.ink
        }

        Label {
            Layout.fillWidth: true
            text: root.finding
            color: root.ink
            font: Theme.fonts.small
            wrapMode: Text.Wrap
        }
    }
}
