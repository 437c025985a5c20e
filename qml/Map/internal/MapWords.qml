// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

import Porchlight.Controls
import Porchlight.Theme

// Words that lie on the map, with the map's own halo so that they can be read on streets.
Label {
    color: Theme.secondText
    font: Theme.fonts.small
    style: Text.Outline
    styleColor: Theme.mapLabelHalo
}
