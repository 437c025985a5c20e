// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

// A hairline: lying where it is wider than high, else standing.
Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.hairline
    Accessible.ignored: true
}
