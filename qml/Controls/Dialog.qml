// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

import Porchlight.Theme

// A window over the page, moved by its title and closed by Escape. `contentItem` is what is asked; the buttons are
// the dialog's own: the main one says what it does.
T.Dialog {
    id: root

    property string acceptText
    property string rejectText: qsTr("Cancel")
    property bool canAccept: true
    property bool closesOnAccept: true // Else acceptWanted() is all that its main button does.
    signal acceptWanted()

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((parent.height - height) / 3) : 0
    implicitWidth: Math.max(360, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding + implicitHeaderHeight + implicitFooterHeight
    margins: Theme.largeGap
    leftPadding: 20
    rightPadding: 20
    topPadding: Theme.gap
    bottomPadding: Theme.largeGap
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    font: Theme.fonts.body

    header: Item {
        implicitHeight: Theme.barHeight

        Label {
            anchors.left: parent.left
            anchors.leftMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            text: root.title
            font: Theme.fonts.heading
            Accessible.role: Accessible.Heading
        }

        IconButton {
            objectName: "dialogCloseButton"
            anchors.right: parent.right
            anchors.rightMargin: Theme.smallGap
            anchors.verticalCenter: parent.verticalCenter
            glyph: Theme.icons.x
            text: qsTr("Close")
            key: qsTr("Esc")
            onClicked: root.reject()
        }

        DragHandler {
            target: null
            xAxis.onActiveValueChanged: delta => root.x += delta
            yAxis.onActiveValueChanged: delta => root.y += delta
        }
    }

    footer: Item {
        implicitHeight: root.acceptText === "" && root.rejectText === "" ? 0 : 58
        visible: implicitHeight > 0

        RowLayout {
            anchors.right: parent.right
            anchors.rightMargin: 20
            anchors.top: parent.top
            spacing: Theme.smallGap

            Button {
                objectName: "dialogRejectButton"
                visible: root.rejectText !== ""
                text: root.rejectText
                onClicked: root.reject()
            }

            Button {
                objectName: "dialogAcceptButton"
                visible: root.acceptText !== ""
                enabled: root.canAccept
                look: Button.Main
                text: root.acceptText
                onClicked: root.closesOnAccept ? root.accept() : root.acceptWanted()
            }
        }
    }

    background: Sheet {
        radius: Theme.cardRadius
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
}
