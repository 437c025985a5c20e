// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

import Porchlight.Controls
import Porchlight.Theme

// One act of review and its keys, as the sheet of keys lists it.
RowLayout {
    id: root

    required property reviewKey reviewKey

    spacing: Theme.mediumGap

    Label {
        Layout.preferredWidth: 84
        text: root.reviewKey.keys
        font: Theme.fonts.monoSmall
        elide: Text.ElideRight
    }

    Label {
        Layout.preferredWidth: 176
        text: root.reviewKey.words
        color: Theme.secondText
        elide: Text.ElideRight
    }
}
