// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/mediasummary.h"

#include <QString>

/// How what the decoder says stands in records, in the custody log and in the answers of the command line.
namespace Porchlight {

[[nodiscard]] QString toWord(StreamKind kind);
[[nodiscard]] QString toWord(ColourMatrix matrix);
[[nodiscard]] QString toWord(ColourRange range);
[[nodiscard]] QString toWord(ConfinementLevel level);

} // namespace Porchlight
