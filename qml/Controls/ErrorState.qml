// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import Porchlight.Theme

// What stands where something could not be shown: what happened, what is still safe, what to do.
EmptyState {
    glyph: Theme.icons.triangleAlert
    ink: Theme.bad
    ground: Theme.badGround
}
