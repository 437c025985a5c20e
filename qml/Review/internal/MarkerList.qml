// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// The markers of the clip; one is being written where a note is edited.
Item {
    id: root

    required property ReviewViewModel viewModel

    Label {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.largeGap
        y: Theme.smallGap
        visible: root.viewModel.markers.count === 0
        text: qsTr("Press %1 at a frame, or between in and out, to note what happens there.").arg(root.viewModel.keyboard.hints.mark)
        color: Theme.thirdText
        wrapMode: Text.Wrap
    }

    ListArea {
        id: list

        objectName: "markerList"
        anchors.fill: parent
        model: root.viewModel.markers
        // The list has no row of its own to give the focus to: arrows go from marker to marker of the clip.
        currentIndex: -1
        Accessible.name: qsTr("Markers")

        delegate: MarkerDelegate {
            isEdited: marker.id === root.viewModel.editedMarker
            editedTags: root.viewModel.editedTags
            onChosen: id => root.viewModel.goToMarker(id)
            onEditWanted: id => root.viewModel.beginEdit(id)
            onRemoveWanted: id => root.viewModel.removeMarker(id)
            onWritten: (note, tagText) => {
                root.viewModel.addTags(tagText);
                root.viewModel.finishEdit(note);
            }
            onTagsTyped: text => root.viewModel.addTags(text)
            onTagRemoved: tag => root.viewModel.removeTag(tag)
            onLastTagRemoved: root.viewModel.removeLastTag()
            onEditCancelled: root.viewModel.cancelEdit()
        }
    }
}
