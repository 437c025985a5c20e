// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Theme

Label {
    font: Theme.fonts.title
    Accessible.role: Accessible.Heading
}
