// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Where a marker is written: its note, and its tags.
FocusScope {
    id: root

    required property string note
    required property list<string> tags
    signal written(note: string, tagText: string)
    signal tagsTyped(text: string)
    signal tagRemoved(tag: string)
    signal lastTagRemoved()
    signal cancelled()

    focus: true
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        width: root.width
        spacing: Theme.gap

        NoteField {
            id: noteField

            Layout.fillWidth: true
            text: root.note
            onWritten: note => root.written(note, tagField.text)
            onCancelled: root.cancelled()
        }

        Flow {
            Layout.fillWidth: true
            visible: root.tags.length > 0
            spacing: Theme.gap

            Repeater {
                model: root.tags

                delegate: FilterChip {
                    id: chip

                    required property string modelData

                    objectName: "editedTag"
                    checkable: false
                    focusPolicy: Qt.TabFocus
                    glyph: Theme.icons.x
                    text: chip.modelData
                    Accessible.name: qsTr("Take the tag %1 away").arg(chip.modelData)
                    onClicked: root.tagRemoved(chip.modelData)
                }
            }
        }

        TagField {
            id: tagField

            Layout.fillWidth: true
            onTyped: text => root.tagsTyped(text)
            onFinished: root.written(noteField.text, "")
            onLastRemoved: root.lastTagRemoved()
            onCancelled: root.cancelled()
        }
    }
}
