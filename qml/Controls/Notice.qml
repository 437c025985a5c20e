// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// A sentence that stays until it is read: what happened, what is still safe, what to do.
Rectangle {
    id: root

    enum Tone { Neutral, Good, Caution, Bad }

    required property string text
    property int tone: Notice.Neutral
    property string actionText
    property bool canClose: true
    readonly property color ink: root.tone === Notice.Good ? Theme.good : root.tone === Notice.Caution ? Theme.caution
                               : root.tone === Notice.Bad ? Theme.bad : Theme.secondText
    signal actionChosen()
    signal closed()

    implicitWidth: 480
    implicitHeight: Math.max(Theme.rowHeight, row.implicitHeight + 12)
    color: root.tone === Notice.Good ? Theme.goodGround : root.tone === Notice.Caution ? Theme.cautionGround
         : root.tone === Notice.Bad ? Theme.badGround : Theme.raised
    border.color: root.tone === Notice.Neutral ? Theme.hairline : root.ink
    border.width: 1
    radius: Theme.fieldRadius
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.mediumGap
        anchors.rightMargin: Theme.gap
        spacing: Theme.smallGap

        Icon {
            Layout.alignment: Qt.AlignVCenter
            glyph: root.tone === Notice.Good ? Theme.icons.circleCheck : root.tone === Notice.Caution ? Theme.icons.triangleAlert
                 : root.tone === Notice.Bad ? Theme.icons.circleX : Theme.icons.info
            color: root.ink
        }

        Label {
            Layout.fillWidth: true
            Layout.topMargin: 6
            Layout.bottomMargin: 6
            text: root.text
            wrapMode: Text.Wrap
        }

        Button {
            objectName: "noticeActionButton"
            Layout.preferredHeight: 28
            visible: root.actionText !== ""
            text: root.actionText
            onClicked: root.actionChosen()
        }

        IconButton {
            objectName: "noticeCloseButton"
            Layout.preferredWidth: 28
            Layout.preferredHeight: 28
            visible: root.canClose
            glyph: Theme.icons.x
            iconSize: 14
            text: qsTr("Close")
            onClicked: root.closed()
        }
    }
}
