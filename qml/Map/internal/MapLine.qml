// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtLocation

// A line on the map along great circles, as areas are measured.
MapPolyline {
    autoFadeIn: false
    referenceSurface: QtLocation.ReferenceSurface.Globe
}
