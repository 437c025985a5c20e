// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session.h"

#include "store/custodylog.h"
#include "store/schema.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

StoreSession::StoreSession(StoreOptions options, const Clock &clock, Tell tell)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_tell(std::move(tell))
    , m_headFile(m_options.headFile)
{}

StoreResult<OpenedStore> StoreSession::open()
{
    const auto schema = m_connection.open(m_options.address).and_then([this] {
        return bringUpToDate(m_connection, allMigrations(), m_clock.now());
    });
    if (!schema) {
        m_state = std::unexpected(schema.error());
        return std::unexpected(schema.error());
    }
    const auto log = verifyLog();
    if (!log) {
        m_state = std::unexpected(log.error());
        return std::unexpected(log.error());
    }
    const auto watched = m_connection.watchOthers(
        [this] { m_tell({.kind = StoreChange::Kind::Elsewhere, .what = StoreChange::What::Changed}); });
    if (!watched) {
        m_state = watched;
        return std::unexpected(watched.error());
    }
    return OpenedStore{
        .schemaNumber = schema->number, .migrationsRun = schema->run, .backupFile = schema->backupFile, .log = *log};
}

StoreResult<CustodyEvent> StoreSession::finish(WriteTransaction &transaction, const EventDraft &event)
{
    const EntryOrigin origin{.at = m_clock.now(),
                             .workstation = m_options.workstation,
                             .programVersion = QStringLiteral(PORCHLIGHT_VERSION)};
    auto entry = appendEvent(m_connection, event, origin);
    if (!entry) {
        return entry;
    }
    if (const auto done = announce().and_then([&transaction] { return transaction.commit(); }); !done) {
        return std::unexpected(done.error());
    }
    keepHead({.count = entry->sequence, .hash = entry->hash});
    return entry;
}

StoreResult<void> StoreSession::announce()
{
    const QString &announcement = m_connection.dialect().announce;
    return announcement.isEmpty() ? StoreResult<void>() : m_connection.execute(announcement);
}

// A head that the log no longer bears out stays as it is: it is the proof that entries were taken away.
void StoreSession::keepHead(const ChainHead &head)
{
    const auto known = m_headFile.read();
    if (known && !hasHead(m_connection, *known).value_or(false)) {
        return;
    }
    m_headFile.raise(head);
}

StoreResult<CustodyEvent> StoreSession::write(EventDraft event, const Act &act)
{
    WriteTransaction transaction(m_connection);
    if (!transaction.begun()) {
        return std::unexpected(transaction.begun().error());
    }
    const auto change = act(m_connection);
    if (!change) {
        return std::unexpected(change.error());
    }
    if (!event.caseId) {
        event.caseId = change->caseId;
    }
    auto entry = finish(transaction, event);
    if (entry) {
        m_tell(*change);
        m_tell({.id = QString::number(entry->sequence), .caseId = entry->caseId});
    }
    return entry;
}

StoreResult<CustodyEvent> StoreSession::record(const EventDraft &event)
{
    WriteTransaction transaction(m_connection);
    if (!transaction.begun()) {
        return std::unexpected(transaction.begun().error());
    }
    auto entry = finish(transaction, event);
    if (entry) {
        m_tell({.id = QString::number(entry->sequence), .caseId = entry->caseId});
    }
    return entry;
}

StoreResult<void> StoreSession::writeUnlogged(const std::function<StoreResult<void>(Connection &)> &act)
{
    WriteTransaction transaction(m_connection);
    if (!transaction.begun()) {
        return transaction.begun();
    }
    return act(m_connection).and_then([&transaction] { return transaction.commit(); });
}

StoreResult<ChainReport> StoreSession::verifyLog()
{
    return Porchlight::verifyLog(m_connection, m_headFile.read());
}

} // namespace Porchlight
