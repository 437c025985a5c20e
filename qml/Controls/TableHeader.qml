// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Theme

// The head of a table; its children are TableHeading.
Rectangle {
    id: root

    property int padding: Theme.largeGap
    property alias spacing: row.spacing
    default property alias headings: row.data

    implicitHeight: 32
    color: Theme.raised

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: root.padding
        anchors.rightMargin: root.padding
        spacing: Theme.largeGap
    }

    Separator {
        width: parent.width
    }

    Separator {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
