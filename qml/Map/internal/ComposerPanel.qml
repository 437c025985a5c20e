// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Map
import Porchlight.Theme

// The request that is being written, beside the map where its area is drawn.
Rectangle {
    id: root

    required property ComposerViewModel composer

    objectName: "composerPanel"
    implicitWidth: 372
    color: Theme.surface

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.largeGap
            Layout.bottomMargin: Theme.mediumGap
            spacing: Theme.smallGap

            PageTitle {
                Layout.fillWidth: true
                text: qsTr("New request")
            }

            Chip {
                objectName: "draftChip"
                visible: root.composer.savedText !== ""
                text: root.composer.savedText
            }

            IconButton {
                objectName: "discardDraftButton"
                glyph: Theme.icons.eraser
                text: qsTr("Throw this draft away")
                onClicked: discard.open()
            }
        }

        ScrollArea {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                x: Theme.largeGap
                width: scroll.availableWidth - 2 * Theme.largeGap
                spacing: Theme.largeGap

                ComposerFields {
                    Layout.fillWidth: true
                    composer: root.composer
                }

                ComposerFindings {
                    objectName: "areaFindings"
                    Layout.fillWidth: true
                    findings: root.composer.areaFindings
                }

                FormField {
                    Layout.fillWidth: true
                    Layout.bottomMargin: Theme.largeGap
                    label: qsTr("What residents will see")

                    ComposerResident {
                        Layout.fillWidth: true
                        composer: root.composer
                    }
                }
            }
        }

        Separator {
            Layout.fillWidth: true
        }

        Notice {
            objectName: "composerFailure"
            Layout.fillWidth: true
            Layout.margins: Theme.mediumGap
            Layout.bottomMargin: 0
            visible: root.composer.failureText !== ""
            tone: Notice.Bad
            text: root.composer.failureText
            onClosed: root.composer.closeNotice()
        }

        Notice {
            objectName: "composerPublished"
            Layout.fillWidth: true
            Layout.margins: Theme.mediumGap
            Layout.bottomMargin: 0
            visible: root.composer.publishedText !== ""
            tone: Notice.Good
            text: root.composer.publishedText
            onClosed: root.composer.closeNotice()
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.largeGap
            spacing: Theme.mediumGap

            Button {
                objectName: "publishButton"
                look: Button.Main
                text: root.composer.isPublishing ? qsTr("Publishing …") : qsTr("Publish")
                enabled: root.composer.canPublish
                Accessible.description: findings.text
                onClicked: root.composer.publish()
            }

            Label {
                id: findings

                objectName: "findingsLabel"
                Layout.fillWidth: true
                text: root.composer.canPublish ? qsTr("Nothing stands in the way") : root.composer.refusalsText
                color: Theme.secondText
                font: Theme.fonts.small
                wrapMode: Text.Wrap
            }
        }
    }

    Dialog {
        id: discard

        title: qsTr("Throw this draft away?")
        acceptText: qsTr("Throw away")
        onAccepted: root.composer.startAnew()

        Label {
            width: 340
            text: qsTr("The area, the hours and the text are gone then. Nothing was sent.")
            color: Theme.secondText
            wrapMode: Text.Wrap
        }
    }
}
