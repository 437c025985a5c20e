// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick.Templates as T

import Porchlight.Theme

// A small sheet that belongs to the control it opens from; closes on Escape or a press beside it.
T.Popup {
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: Theme.smallGap
    padding: Theme.smallGap
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    font: Theme.fonts.body

    background: Sheet {}
}
