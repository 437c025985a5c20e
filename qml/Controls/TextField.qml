// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.TextField {
    id: root

    enum Tone { Neutral, Good, Caution, Bad }

    property int tone: TextField.Neutral
    readonly property color line: root.tone === TextField.Bad ? Theme.bad
                                : root.tone === TextField.Caution ? Theme.caution : Theme.hairline

    implicitWidth: 200
    implicitHeight: Theme.fieldHeight
    leftPadding: 10
    rightPadding: 10
    font: Theme.fonts.body
    color: Theme.text
    placeholderTextColor: Theme.thirdText
    selectionColor: Theme.accentLine
    selectedTextColor: Theme.text
    selectByMouse: true
    hoverEnabled: true
    verticalAlignment: TextInput.AlignVCenter
    opacity: root.enabled ? 1 : 0.55
    Accessible.name: root.placeholderText

    background: Rectangle {
        color: root.readOnly ? Theme.raised : Theme.surface
        border.color: root.activeFocus ? Theme.accent : root.hovered && root.tone === TextField.Neutral
                                         ? Theme.thirdText : root.line
        border.width: root.activeFocus ? Theme.focusWidth : 1
        radius: Theme.fieldRadius
    }

    Text {
        x: root.leftPadding
        width: root.width - root.leftPadding - root.rightPadding
        height: root.height
        visible: root.length === 0 && root.preeditText === ""
        text: root.placeholderText
        color: root.placeholderTextColor
        font: root.font
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
