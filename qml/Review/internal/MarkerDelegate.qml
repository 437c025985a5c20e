// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One marker: its number on the time line, its note, its place. The note is written in its place.
ListRow {
    id: root

    required property markerRow marker
    required property bool isEdited
    signal chosen(id: string)
    signal editWanted(id: string)
    signal removeWanted(id: string)
    signal noteWritten(note: string)
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
                    text: qsTr("Write the note of marker %1").arg(root.marker.number)
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

                sourceComponent: NoteField {
                    text: root.marker.note
                    onWritten: note => root.noteWritten(note)
                    onCancelled: root.editCancelled()
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
