// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Theme

// Name and clock of the clip; opens the list of the case's clips.
T.AbstractButton {
    id: root

    required property ReviewViewModel viewModel
    readonly property bool isOpen: list.opened

    objectName: "clipLabel"
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    text: root.viewModel.clipName
    Accessible.name: qsTr("Clip %1, choose another").arg(root.viewModel.clipName)
    onClicked: list.open()

    contentItem: RowLayout {
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.mediumGap
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.text
                font: Theme.fonts.smallStrong
                elide: Text.ElideMiddle
            }

            Label {
                Layout.fillWidth: true
                text: root.viewModel.clockText
                color: root.viewModel.isClockChecked ? Theme.secondText : Theme.caution
                font: Theme.fonts.small
                elide: Text.ElideRight
            }
        }

        Icon {
            Layout.rightMargin: Theme.smallGap
            glyph: Theme.icons.chevronsUpDown
            size: 14
        }
    }

    background: Rectangle {
        color: root.hovered ? Theme.raised : Theme.surface

        Rectangle {
            width: Theme.selectionEdge
            height: parent.height
            color: Theme.accent
        }

        FocusRing {
            anchors.margins: 1
            shown: root.visualFocus
        }
    }

    Popover {
        id: list

        y: -implicitHeight - Theme.gap
        padding: 0

        contentItem: ClipList {
            implicitWidth: 380
            implicitHeight: Math.min(380, contentHeight)
            viewModel: root.viewModel
            onClipChosen: list.close()
        }
    }
}
