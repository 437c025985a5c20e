// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Shell
import Porchlight.Theme

// Goes anywhere by a few letters: pages, commands, cases, agencies.
T.Popup {
    id: root

    required property PaletteModel entries

    objectName: "palette"
    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: 72
    width: 560
    padding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: {
        field.clear();
        root.entries.words = "";
    }
    onOpened: field.forceActiveFocus()

    function run(row: int): void {
        root.close();
        root.entries.run(row);
    }

    contentItem: ColumnLayout {
        spacing: 0

        SearchField {
            id: field

            objectName: "paletteField"
            Layout.fillWidth: true
            Layout.margins: Theme.smallGap
            implicitHeight: 40
            placeholderText: qsTr("Page, command, case or agency")
            onTextEdited: root.entries.words = field.text
            onAccepted: root.run(list.currentIndex)
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onEscapePressed: root.close()
        }

        Separator {
            Layout.fillWidth: true
        }

        ListArea {
            id: list

            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 380)
            model: root.entries
            currentIndex: 0
            activeFocusOnTab: false
            Accessible.name: qsTr("Found")

            delegate: ListRow {
                id: row

                required property int index
                required property paletteEntry entry

                implicitHeight: 38
                topPadding: 0
                bottomPadding: 0
                hasLine: false
                focusPolicy: Qt.NoFocus
                text: row.entry.title
                highlighted: ListView.isCurrentItem
                onClicked: root.run(row.index)

                contentItem: RowLayout {
                    spacing: 10

                    Icon {
                        glyph: row.entry.kind === 0 ? Theme.icons.panelLeft : row.entry.kind === 1 ? Theme.icons.terminal
                             : row.entry.kind === 2 ? Theme.icons.folder : Theme.icons.building2
                    }

                    Label {
                        text: row.entry.title
                        font: Theme.fonts.bodyMedium
                        Accessible.ignored: true
                    }

                    Label {
                        Layout.fillWidth: true
                        text: row.entry.detail
                        color: Theme.secondText
                        font: Theme.fonts.small
                        Accessible.ignored: true
                    }

                    KeyHint {
                        visible: row.entry.key !== ""
                        key: row.entry.key
                    }
                }
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.margins: Theme.largeGap
            visible: root.entries.count === 0
            text: qsTr("Nothing has all of these words. Pages, commands, cases and partner agencies are searched.")
            color: Theme.secondText
            wrapMode: Text.Wrap
        }
    }

    background: Sheet {
        radius: Theme.cardRadius
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
}
