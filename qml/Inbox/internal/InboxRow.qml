// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Inbox
import Porchlight.Theme

// One clip in words.
ListRow {
    id: root

    required property inboxClip clip
    required property int index
    signal revealWanted()

    readonly property InboxColumns columns: InboxColumns {
        available: root.width
    }

    objectName: "inboxRow" + root.index
    text: qsTr("%1, %2, %3, %4").arg(root.clip.from).arg(root.clip.cameraTime).arg(root.clip.integrity.text)
                                .arg(root.clip.state.text)
    topPadding: Theme.smallGap
    bottomPadding: Theme.smallGap

    contentItem: RowLayout {
        spacing: Theme.largeGap
        opacity: root.clip.isFaded ? 0.6 : 1

        PictureCell {
            Layout.preferredWidth: root.columns.picture
            Layout.preferredHeight: Math.round(root.columns.picture * 9 / 16)
            clip: root.clip
            index: root.index
            onRevealWanted: root.revealWanted()
        }

        ColumnLayout {
            Layout.preferredWidth: root.columns.from
            Layout.maximumWidth: root.columns.from
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.clip.from
                font: Theme.fonts.bodyMedium
            }

            Label {
                Layout.fillWidth: true
                text: root.clip.answers
                color: Theme.secondText
                font: Theme.fonts.small
            }
        }

        ColumnLayout {
            Layout.preferredWidth: root.columns.time
            Layout.maximumWidth: root.columns.time
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.clip.cameraTime
                font: Theme.fonts.monoSmall
            }

            Label {
                Layout.fillWidth: true
                visible: root.clip.clock !== ""
                text: root.clip.clock
                color: Theme.secondText
                font: Theme.fonts.small
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 6

            Flow {
                Layout.fillWidth: true
                spacing: 6

                Repeater {
                    model: root.clip.allowed

                    Chip {
                        required property inboxChip modelData

                        text: modelData.text
                        tone: modelData.tone
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                visible: root.clip.note !== ""
                text: root.clip.note
                color: Theme.secondText
                font: Theme.fonts.small
            }
        }

        ColumnLayout {
            Layout.preferredWidth: root.columns.integrity
            Layout.maximumWidth: root.columns.integrity
            spacing: Theme.gap

            Chip {
                Layout.maximumWidth: root.columns.integrity
                text: root.clip.integrity.text
                tone: root.clip.integrity.tone
                glyph: root.clip.integrity.tone === Chip.Good ? Theme.icons.check
                     : root.clip.integrity.tone === Chip.Caution ? Theme.icons.triangleAlert
                     : root.clip.integrity.tone === Chip.Bad ? Theme.icons.circleX : ""
            }

            Label {
                Layout.fillWidth: true
                visible: root.clip.media !== ""
                text: root.clip.media
                color: Theme.secondText
                font: Theme.fonts.monoSmall
            }
        }

        Item {
            Layout.preferredWidth: root.columns.state
            implicitHeight: stateChip.height

            Chip {
                id: stateChip

                anchors.right: parent.right
                text: root.clip.state.text
                tone: root.clip.state.tone
            }
        }
    }
}
