// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

import Porchlight.Theme

T.ProgressBar {
    id: root

    implicitWidth: 160
    implicitHeight: 6

    contentItem: Item {
        clip: true

        Rectangle {
            x: root.indeterminate ? (parent.width - width) / 2 : 0
            width: root.indeterminate ? parent.width / 3 : root.visualPosition * parent.width
            height: parent.height
            color: Theme.accent
            radius: 3
        }
    }

    background: Rectangle {
        color: Theme.hairline
        radius: 3
    }
}
