// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One marker: its number on the time line, its note, its tags, its place. Note and tags are written in their place.
ListRow {
    id: root

    required property markerRow marker
    required property bool isEdited
    required property list<string> editedTags
    signal chosen(id: string)
    signal editWanted(id: string)
    signal removeWanted(id: string)
    signal written(note: string, tagText: string)
    signal tagsTyped(text: string)
    signal tagRemoved(tag: string)
    signal lastTagRemoved()
    signal editCancelled()

    objectName: "markerRow"
    leftPadding: Theme.largeGap
    rightPadding: Theme.smallGap
    topPadding: 8
    bottomPadding: 8
    hasLine: false
    highlighted: root.marker.isCurrent
    focusPolicy: Qt.TabFocus
    text: root.marker.note !== "" ? root.marker.note : qsTr("No note")
    onClicked: root.chosen(root.marker.id)
    onDoubleClicked: root.editWanted(root.marker.id)
    // A new row is in the window only now, after its field has been made.
    ListView.onAdd: editor.forceActiveFocus()
    Keys.onReturnPressed: root.chosen(root.marker.id)

    contentItem: RowLayout {
        spacing: Theme.mediumGap

        Rectangle {
            Layout.alignment: Qt.AlignTop
            implicitWidth: 18
            implicitHeight: 18
            color: Theme.accent
            radius: Theme.pictureRadius

            Text {
                anchors.centerIn: parent
                text: root.marker.number
                color: Theme.mainButtonText
                font: Theme.fonts.smallStrong
                Accessible.ignored: true
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                Layout.fillWidth: true
                visible: !root.isEdited
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: root.text
                    color: root.marker.note !== "" ? Theme.text : Theme.thirdText
                    wrapMode: Text.Wrap
                    maximumLineCount: 4
                    elide: Text.ElideRight
                }

                IconButton {
                    objectName: "editMarkerButton"
                    Layout.preferredWidth: 24
                    Layout.preferredHeight: 24
                    focusPolicy: Qt.TabFocus
                    visible: root.hovered || root.marker.isCurrent || root.activeFocus
                    glyph: Theme.icons.pencil
                    iconSize: 14
                    text: qsTr("Write note and tags of marker %1").arg(root.marker.number)
                    onClicked: root.editWanted(root.marker.id)
                }

                IconButton {
                    objectName: "removeMarkerButton"
                    Layout.preferredWidth: 24
                    Layout.preferredHeight: 24
                    focusPolicy: Qt.TabFocus
                    visible: root.hovered || root.marker.isCurrent || root.activeFocus
                    glyph: Theme.icons.trash2
                    iconSize: 14
                    text: qsTr("Remove marker %1; its versions stay in the log").arg(root.marker.number)
                    onClicked: root.removeWanted(root.marker.id)
                }
            }

            Loader {
                id: editor

                Layout.fillWidth: true
                visible: root.isEdited
                enabled: root.isEdited
                active: root.isEdited
                onLoaded: editor.forceActiveFocus()

                sourceComponent: MarkerEditor {
                    note: root.marker.note
                    tags: root.editedTags
                    onWritten: (note, tagText) => root.written(note, tagText)
                    onTagsTyped: text => root.tagsTyped(text)
                    onTagRemoved: tag => root.tagRemoved(tag)
                    onLastTagRemoved: root.lastTagRemoved()
                    onCancelled: root.editCancelled()
                }
            }

            Flow {
                Layout.fillWidth: true
                Layout.topMargin: 2
                visible: !root.isEdited && root.marker.tags.length > 0
                spacing: Theme.gap

                Repeater {
                    model: root.marker.tags

                    delegate: Chip {
                        id: tag

                        required property string modelData

                        objectName: "markerTag"
                        text: tag.modelData
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                text: root.marker.place
                color: Theme.secondText
                font: Theme.fonts.monoSmall
                elide: Text.ElideRight
            }
        }
    }
}
