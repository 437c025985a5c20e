// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Types

// One clip of the case.
ListRow {
    id: root

    required property reviewClip entry
    required property bool canAdd
    required property int index
    readonly property sharedClip clip: root.entry.clip
    readonly property bool isOpen: root.entry.camera > 0
    readonly property string name: root.clip.placeText !== "" ? root.clip.placeText : root.clip.originalName
    readonly property string begin: root.clip.hasStart ? Qt.formatDateTime(root.clip.start, "yyyy-MM-dd HH:mm:ss") : qsTr("start not known")
    readonly property string length: qsTr("%1 s").arg((root.clip.facts.durationMicroseconds / 1000000).toFixed(1))
    signal chosen(clipId: string)
    signal cameraToggled(clipId: string)

    objectName: "clipRow" + root.index
    implicitHeight: 56
    highlighted: root.isOpen
    text: root.name
    onClicked: root.chosen(root.clip.id)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.mediumGap

        Icon {
            glyph: root.clip.isSensitive ? Theme.icons.eyeOff : Theme.icons.film
            size: 18
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.name
                font: Theme.fonts.bodyMedium
                elide: Text.ElideRight
            }

            Label {
                Layout.fillWidth: true
                text: root.begin + " · " + root.length
                color: Theme.secondText
                font: Theme.fonts.monoSmall
                elide: Text.ElideRight
            }
        }

        Chip {
            visible: root.clip.state === Domain.Unreadable
            tone: Chip.Bad
            text: qsTr("unreadable")
        }

        Chip {
            visible: root.clip.isSensitive
            tone: Chip.Caution
            text: qsTr("sensitive")
        }

        Chip {
            visible: root.isOpen
            tone: Chip.Neutral
            text: qsTr("camera %1").arg(root.entry.camera)
        }

        IconButton {
            objectName: "addCameraButton" + root.index
            focusPolicy: Qt.TabFocus
            enabled: root.isOpen || root.canAdd
            glyph: root.isOpen ? Theme.icons.x : Theme.icons.plus
            text: root.isOpen ? qsTr("Close this camera") : qsTr("Show beside the others")
            onClicked: root.cameraToggled(root.clip.id)
        }
    }
}
