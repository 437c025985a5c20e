// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// Draws a circle around the place that was searched for.
Sheet {
    id: root

    required property MapViewModel viewModel

    objectName: "aroundPlace"
    width: row.implicitWidth + 2 * Theme.mediumGap
    height: row.implicitHeight + Theme.mediumGap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Around %1").arg(root.viewModel.foundName)

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.smallGap

        Label {
            Layout.maximumWidth: 220
            text: qsTr("Around %1").arg(root.viewModel.foundName)
            color: Theme.secondText
            font: Theme.fonts.small
            elide: Text.ElideRight
        }

        TextField {
            id: metres

            objectName: "aroundMetres"
            Layout.preferredWidth: 64
            text: qsTr("300")
            horizontalAlignment: TextInput.AlignRight
            inputMethodHints: Qt.ImhDigitsOnly
            Accessible.name: qsTr("Distance around %1 in metres").arg(root.viewModel.foundName)
            onAccepted: root.viewModel.drawAroundFound(metres.text)
        }

        Label {
            text: qsTr("m")
            color: Theme.secondText
            font: Theme.fonts.small
        }

        Button {
            objectName: "aroundButton"
            text: qsTr("Draw a circle")
            onClicked: root.viewModel.drawAroundFound(metres.text)
        }
    }
}
