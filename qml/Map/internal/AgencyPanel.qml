// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// The partner agencies: how many, the search, the filters, and the list that shares its selection with the map.
Item {
    id: root

    required property MapViewModel viewModel
    signal importAsked()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.largeGap
            Layout.bottomMargin: Theme.mediumGap
            spacing: Theme.smallGap

            RowLayout {
                Layout.fillWidth: true

                PageTitle {
                    Layout.fillWidth: true
                    text: qsTr("Partner agencies")
                }

                IconButton {
                    objectName: "importDirectoryButton"
                    glyph: Theme.icons.fileInput
                    text: qsTr("Import a list of agencies")
                    onClicked: root.importAsked()
                }
            }

            Label {
                objectName: "agencyCount"
                Layout.fillWidth: true
                text: root.viewModel.isLoading ? qsTr("Reading the directory") : root.viewModel.countText
                color: Theme.secondText
            }

            SearchField {
                objectName: "mapSearchField"
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                placeholderText: qsTr("Agency, town, address, coordinates")
                Accessible.name: qsTr("Search agencies, addresses and coordinates")
                text: root.viewModel.searchText
                onTextEdited: root.viewModel.searchText = text
                onTextChanged: root.viewModel.searchText = text
                onAccepted: root.viewModel.goToFirst()
            }

            Label {
                objectName: "searchNotice"
                Layout.fillWidth: true
                visible: text !== ""
                text: root.viewModel.searchNotice
                color: Theme.caution
                font: Theme.fonts.small
                wrapMode: Text.Wrap
            }

            Flow {
                Layout.fillWidth: true
                spacing: 6

                FilterChip {
                    objectName: "onePlaceChip"
                    visible: root.viewModel.isOnePlace
                    checked: true
                    glyph: Theme.icons.x
                    text: root.viewModel.onePlaceText
                    onClicked: root.viewModel.leaveOnePlace()
                }

                FilterChip {
                    objectName: "inViewChip"
                    text: root.viewModel.inViewText
                    checked: root.viewModel.inViewOnly
                    onToggled: root.viewModel.inViewOnly = checked
                }

                FilterChip {
                    objectName: "takingPartChip"
                    text: qsTr("Taking part")
                    checked: root.viewModel.takingPartOnly
                    onToggled: root.viewModel.takingPartOnly = checked
                }

                FilterChip {
                    objectName: "approvalChip"
                    text: qsTr("Approval")
                    checked: root.viewModel.withApprovalOnly
                    onToggled: root.viewModel.withApprovalOnly = checked
                }
            }
        }

        Separator {
            Layout.fillWidth: true
        }

        Repeater {
            model: root.viewModel.places

            PlaceItem {
                Layout.fillWidth: true
                onClicked: root.viewModel.goTo(modelData.position, modelData.name)
            }
        }

        ListArea {
            id: list

            objectName: "agencyList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.viewModel.shownCount > 0
            model: root.viewModel.agencies
            // A row that is made ahead is given up by its number, and a search may leave none of that number.
            cacheBuffer: 0
            currentIndex: root.viewModel.selectedRow
            Accessible.name: qsTr("Partner agencies")

            delegate: AgencyItem {
                onClicked: root.viewModel.chooseAgency(row.id)
            }
        }

        EmptyState {
            objectName: "agencyEmpty"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.viewModel.shownCount === 0 && !root.viewModel.isLoading
            glyph: root.viewModel.isEmpty ? Theme.icons.building2 : Theme.icons.searchX
            title: root.viewModel.isEmpty ? qsTr("No agencies yet") : qsTr("No agency here")
            text: root.viewModel.isEmpty ? qsTr("Import a list of partner agencies: CSV, GeoJSON or KML.")
                                         : qsTr("No agency of the directory matches. Zoom out, or search by name or town.")
            actionText: root.viewModel.isEmpty ? qsTr("Import a list") : ""
            onActionChosen: root.importAsked()
        }

        LoadingState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.viewModel.isLoading
            sentence: qsTr("Reading the directory of agencies")
        }
    }
}
