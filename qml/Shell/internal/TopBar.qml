// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

import Porchlight.Controls
import Porchlight.Theme
import Porchlight.Shell

// The case that is worked on, the way to find anything, and who works here.
Rectangle {
    id: root

    required property ShellViewModel shell
    signal newCaseWanted()
    signal paletteWanted()
    signal lockWanted()

    implicitHeight: Theme.barHeight
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.smallGap
        spacing: Theme.mediumGap

        T.Button {
            id: caseButton

            objectName: "caseChooser"
            Layout.maximumWidth: 560
            implicitWidth: implicitContentWidth + leftPadding + rightPadding
            implicitHeight: Theme.fieldHeight
            leftPadding: Theme.mediumGap
            rightPadding: Theme.mediumGap
            hoverEnabled: true
            text: root.shell.hasCase ? root.shell.caseFile.number : qsTr("No case open")
            Accessible.name: qsTr("Case: %1").arg(text)
            Accessible.description: root.shell.hasCase ? root.shell.caseFile.title : ""
            onClicked: chooser.open()

            contentItem: RowLayout {
                spacing: 10

                Label {
                    text: caseButton.text
                    font: Theme.fonts.bodyStrong
                    Accessible.ignored: true
                }

                Label {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.shell.hasCase ? root.shell.caseFile.title : ""
                    color: Theme.secondText
                    Accessible.ignored: true
                }

                Icon {
                    glyph: Theme.icons.chevronDown
                    color: Theme.text
                }
            }

            background: Rectangle {
                color: caseButton.hovered || chooser.visible ? Theme.raised : "transparent"
                radius: Theme.fieldRadius

                FocusRing {
                    anchors.margins: 0
                    shown: caseButton.visualFocus
                }
            }

            CaseChooser {
                id: chooser

                y: caseButton.height + Theme.gap
                shell: root.shell
                onNewCaseWanted: root.newCaseWanted()
            }
        }

        Chip {
            objectName: "demoChip"
            visible: root.shell.hasDemoResidents
            text: qsTr("Demo residents")
            tone: Chip.Accent
            glyph: Theme.icons.drama

            HoverHandler {
                id: demoHover
            }

            ToolTip {
                visible: demoHover.hovered
                text: qsTr("The exchange of this computer answers with made-up residents and clips. Settings turns them off.")
            }
        }

        Item {
            Layout.fillWidth: true
        }

        T.Button {
            id: paletteButton

            objectName: "paletteButton"
            Layout.preferredWidth: 360
            Layout.minimumWidth: 200
            implicitHeight: 30
            hoverEnabled: true
            text: qsTr("Search or type a command")
            Accessible.name: text
            Accessible.description: qsTr("Ctrl K")
            onClicked: root.paletteWanted()

            contentItem: RowLayout {
                spacing: Theme.smallGap

                Icon {
                    Layout.leftMargin: 10
                    glyph: Theme.icons.search
                }

                Label {
                    Layout.fillWidth: true
                    text: paletteButton.text
                    color: Theme.secondText
                    Accessible.ignored: true
                }

                KeyHint {
                    Layout.rightMargin: 10
                    key: qsTr("Ctrl K")
                }
            }

            background: Rectangle {
                color: Theme.raised
                border.color: paletteButton.hovered ? Theme.thirdText : Theme.hairline
                radius: Theme.fieldRadius

                FocusRing {
                    shown: paletteButton.visualFocus
                }
            }
        }

        Icon {
            Layout.leftMargin: Theme.gap
            glyph: Theme.icons.circleUserRound
            size: 18
        }

        Label {
            objectName: "officerName"
            Layout.leftMargin: -4
            Layout.maximumWidth: 180
            text: root.shell.officer.name
        }

        IconButton {
            objectName: "lockButton"
            glyph: Theme.icons.lock
            iconSize: 16
            text: qsTr("Lock the screen")
            key: qsTr("Ctrl L")
            onClicked: root.lockWanted()
        }
    }

    Separator {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
