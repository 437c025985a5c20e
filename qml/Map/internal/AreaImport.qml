// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs

// Chooses a file whose area the editor takes.
Item {
    id: root

    required property MapViewModel viewModel

    function choose(): void {
        file.open();
    }

    FileDialog {
        id: file

        title: qsTr("Choose a file with one area")
        nameFilters: [qsTr("Areas (*.geojson *.json *.kml *.gpx *.wkt *.txt)"), qsTr("All files (*)")]
        onAccepted: root.viewModel.importArea(selectedFile)
    }
}
