// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/chain.h"
#include "media/mediasummary.h"
#include "statusnote.h"
#include "workflow/exchangelink.h"

namespace Porchlight {

/// What the status line says about the parts of the program. Pure.
[[nodiscard]] StatusNote exchangeNote(const ExchangeLink &exchange);
[[nodiscard]] StatusNote logNote(const ChainReport &report);
/// The log as it was checked, with what has been written since.
[[nodiscard]] StatusNote logNote(const ChainReport &report, qint64 entries);

} // namespace Porchlight
