// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// How much of what is allowed is used: a bar from 0 to `maximum`, with a tick at the least that is allowed.
Item {
    id: root

    required property real value
    required property real maximum
    property real minimum: 0
    property string name // For screen readers.
    readonly property bool isWithin: root.value >= root.minimum && root.value <= root.maximum
    readonly property real share: root.maximum > 0 ? Math.min(1, Math.max(0, root.value / root.maximum)) : 0

    implicitWidth: 160
    implicitHeight: 8
    Accessible.role: Accessible.Indicator
    Accessible.name: root.name

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: 6
        color: Theme.hairline
        radius: 3
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: root.share * parent.width
        height: 6
        color: root.isWithin ? Theme.good : Theme.bad
        radius: 3
    }

    Rectangle {
        x: root.maximum > 0 ? root.minimum / root.maximum * parent.width : 0
        width: 2
        height: parent.height + 2
        anchors.verticalCenter: parent.verticalCenter
        visible: root.minimum > 0
        color: Theme.secondText
    }
}
