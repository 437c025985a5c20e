// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

// A field of several lines that grows with its text and scrolls beyond its height.
T.ScrollView {
    id: root

    enum Tone { Neutral, Good, Caution, Bad }

    property alias text: area.text
    property alias area: area
    property string placeholderText
    property string name: root.placeholderText // For screen readers.
    property int tone: TextArea.Neutral
    property bool readOnly: false
    readonly property color line: root.tone === TextArea.Bad ? Theme.bad
                                : root.tone === TextArea.Caution ? Theme.caution : Theme.hairline

    implicitWidth: 200
    implicitHeight: Math.max(72, area.implicitHeight)
    contentWidth: availableWidth
    clip: true
    font: Theme.fonts.body
    opacity: root.enabled ? 1 : 0.55

    T.ScrollBar.vertical: ScrollBar {
        parent: root
        x: root.width - width
        height: root.height
    }

    background: Rectangle {
        color: root.readOnly ? Theme.raised : Theme.surface
        border.color: area.activeFocus ? Theme.accent : root.line
        border.width: area.activeFocus ? Theme.focusWidth : 1
        radius: Theme.fieldRadius
    }

    T.TextArea {
        id: area

        padding: Theme.smallGap
        leftPadding: 10
        rightPadding: 10
        implicitHeight: contentHeight + topPadding + bottomPadding
        color: Theme.text
        font: root.font
        readOnly: root.readOnly
        selectionColor: Theme.accentLine
        selectedTextColor: Theme.text
        selectByMouse: true
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        Accessible.name: root.name
        Keys.onTabPressed: area.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

        Text {
            x: area.leftPadding
            y: area.topPadding
            width: area.width - area.leftPadding - area.rightPadding
            visible: area.length === 0 && area.preeditText === ""
            text: root.placeholderText
            color: Theme.thirdText
            font: area.font
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
