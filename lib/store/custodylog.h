// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/connection.h"
#include "store/records.h"

#include <vector>

/// The custody log: rows are only ever added. The chain is computed in lib/audit, never in SQL.
namespace Porchlight {

/// What the store knows about where and when an entry is made.
struct EntryOrigin
{
    UtcTime at;
    QString workstation;
    QString programVersion;
};

/// Adds the entry behind the last one; only inside a transaction.
[[nodiscard]] StoreResult<CustodyEvent> appendEvent(Connection &connection, const EventDraft &draft,
                                                    const EntryOrigin &origin);
[[nodiscard]] StoreResult<ChainHead> chainHeadOf(Connection &connection);
/// Whether the log has, or had, this head.
[[nodiscard]] StoreResult<bool> hasHead(Connection &connection, const ChainHead &head);
[[nodiscard]] StoreResult<std::vector<CustodyEvent>> findEvents(Connection &connection, const CustodyFilter &filter);
[[nodiscard]] StoreResult<ChainReport> verifyLog(Connection &connection, const std::optional<ChainHead> &known);

} // namespace Porchlight
