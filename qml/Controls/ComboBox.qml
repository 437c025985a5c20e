// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.ComboBox {
    id: root

    implicitWidth: 200
    implicitHeight: Theme.fieldHeight
    leftPadding: 10
    rightPadding: 34
    font: Theme.fonts.body
    hoverEnabled: true
    opacity: root.enabled ? 1 : 0.55
    Accessible.name: root.displayText

    delegate: T.ItemDelegate {
        id: option

        required property int index

        width: ListView.view.width
        implicitHeight: 32
        leftPadding: 10
        text: root.textAt(option.index)
        highlighted: root.highlightedIndex === option.index
        hoverEnabled: true

        contentItem: Label {
            text: option.text
            font: root.currentIndex === option.index ? Theme.fonts.bodyMedium : Theme.fonts.body
            rightPadding: Theme.largeGap
        }

        background: Rectangle {
            color: option.highlighted ? Theme.selectedRow : "transparent"
            radius: Theme.chipRadius

            Icon {
                anchors.right: parent.right
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                visible: root.currentIndex === option.index
                glyph: Theme.icons.check
                size: 14
                color: Theme.accent
            }
        }
    }

    indicator: Icon {
        x: root.width - width - 10
        y: (root.height - height) / 2
        glyph: Theme.icons.chevronDown
        color: Theme.secondText
    }

    contentItem: Label {
        text: root.displayText
        color: root.currentIndex < 0 ? Theme.thirdText : Theme.text
        font: root.font
        Accessible.ignored: true
    }

    background: Rectangle {
        color: Theme.surface
        border.color: root.visualFocus || root.popup.visible ? Theme.accent
                    : root.hovered ? Theme.thirdText : Theme.hairline
        border.width: root.visualFocus ? Theme.focusWidth : 1
        radius: Theme.fieldRadius
    }

    popup: T.Popup {
        y: root.height + 2
        width: root.width
        implicitHeight: Math.min(contentItem.implicitHeight + 2 * padding, 320)
        margins: Theme.smallGap
        padding: Theme.gap

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds

            T.ScrollBar.vertical: ScrollBar {}
        }

        background: Sheet {}
    }
}
