// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Inbox
import Porchlight.Theme

// The small picture of a clip; covered until someone says why it must be seen.
Rectangle {
    id: root

    required property inboxClip clip
    required property int index
    signal revealWanted()

    color: root.clip.canOpen ? Theme.pictureGround : Theme.raised
    border.color: Theme.hairline
    border.width: root.clip.canOpen ? 0 : 1
    radius: Theme.pictureRadius

    Icon {
        anchors.centerIn: parent
        visible: !root.clip.canOpen
        glyph: root.clip.isFaded ? Theme.icons.eyeOff : Theme.icons.download
        size: Theme.largeIconSize
        color: Theme.thirdText
    }

    ClipPicture {
        anchors.fill: parent
        picture: root.clip.picture
        radius: Theme.pictureRadius
    }

    T.Button {
        id: cover

        anchors.centerIn: parent
        objectName: "inboxReveal" + root.index
        visible: root.clip.isCovered
        leftPadding: Theme.smallGap
        rightPadding: Theme.smallGap
        topPadding: Theme.gap
        bottomPadding: Theme.gap
        implicitWidth: implicitContentWidth + leftPadding + rightPadding
        implicitHeight: implicitContentHeight + topPadding + bottomPadding
        hoverEnabled: true
        text: qsTr("Sensitive · reveal")
        Accessible.description: qsTr("R")
        onClicked: root.revealWanted()

        contentItem: Label {
            text: cover.text
            color: Theme.overPictureText
            font: Theme.fonts.small
        }

        background: Rectangle {
            color: Theme.overPictureGround
            radius: Theme.pictureRadius

            FocusRing {
                shown: cover.visualFocus
                radius: Theme.pictureRadius
            }
        }

        ToolTip {
            visible: cover.hovered
            text: qsTr("Say why it must be seen, then look")
            key: qsTr("R")
        }
    }
}
