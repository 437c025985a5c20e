// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import Porchlight.Controls
import Porchlight.Theme

// One thing that the resident allowed or did not.
Chip {
    id: root

    required property consentChip modelData

    text: root.modelData.text
    glyph: root.modelData.isRefused ? Theme.icons.x : root.modelData.isAllowed ? Theme.icons.check : ""
    tone: root.modelData.isAllowed ? Chip.Good : root.modelData.isRefused ? Chip.Bad : Chip.Neutral
}
