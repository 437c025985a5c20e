// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Porchlight {

/// Text without what cannot be seen (zero-width characters, byte-order marks, soft hyphens, control characters), with
/// plain single spaces, and none at the ends.
[[nodiscard]] QString tidied(const QString &text);
/// True if there were characters in it that a reader cannot see.
[[nodiscard]] bool hasInvisibleCharacters(QStringView text);

/// For comparing and searching: without case, accents and apostrophes, other signs as single spaces.
[[nodiscard]] QString folded(const QString &text);

} // namespace Porchlight
