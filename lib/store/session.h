// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/chainheadfile.h"
#include "store/connection.h"
#include "store/records.h"
#include "store/store.h"

#include <functional>

namespace Porchlight {

/// The open store on its own thread: one connection, one act after the other.
class StoreSession
{
public:
    using Tell = std::function<void(const StoreChange &)>;

    /// `tell` is called on this thread after each commit, those of other programs too.
    StoreSession(StoreOptions options, const Clock &clock, Tell tell);

    [[nodiscard]] StoreResult<OpenedStore> open();
    /// Fails with the failure of opening, if there was one.
    [[nodiscard]] const StoreResult<void> &state() const { return m_state; }
    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] UtcTime now() const { return m_clock.now(); }

    /// The act and its log entry in one transaction. The act says what it changed; an entry without a case gets the
    /// case of the change.
    using Act = std::function<StoreResult<StoreChange>(Connection &)>;
    [[nodiscard]] StoreResult<CustodyEvent> write(EventDraft event, const Act &act);
    /// The entry alone.
    [[nodiscard]] StoreResult<CustodyEvent> record(const EventDraft &event);
    /// A change that no entry is made of.
    [[nodiscard]] StoreResult<void> writeUnlogged(const std::function<StoreResult<void>(Connection &)> &act);
    [[nodiscard]] StoreResult<ChainReport> verifyLog();

private:
    [[nodiscard]] StoreResult<void> announce();
    void keepHead(const ChainHead &head);
    [[nodiscard]] StoreResult<CustodyEvent> finish(WriteTransaction &transaction, const EventDraft &event);

    StoreOptions m_options;
    const Clock &m_clock;
    Tell m_tell;
    ChainHeadFile m_headFile;
    Connection m_connection;
    StoreResult<void> m_state;
};

} // namespace Porchlight
