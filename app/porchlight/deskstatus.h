// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/chain.h"
#include "media/mediasummary.h"
#include "statusnote.h"
#include "workflow/evidenceexport.h"
#include "workflow/exchangelink.h"

#include <optional>

namespace Porchlight {

/// What the status line says about the parts of the program. Pure.
[[nodiscard]] StatusNote exchangeNote(const ExchangeLink &exchange);
[[nodiscard]] StatusNote logNote(const ChainReport &report);
/// The log as it was checked, with what has been written since.
[[nodiscard]] StatusNote logNote(const ChainReport &report, qint64 entries);

/// How far the decoder was confined when it was last started; none where it was not yet.
[[nodiscard]] StatusNote decoderNote(std::optional<ConfinementLevel> level);

/// Work that goes on for longer. No text where there is none.
[[nodiscard]] LongWork arrivalWork(int clips, int permille);
[[nodiscard]] LongWork exportWork(const ExportProgress &progress);

} // namespace Porchlight
