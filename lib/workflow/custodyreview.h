// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "identity/localidentity.h"
#include "store/store.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <variant>

namespace Porchlight {

enum class LogExportError {
    NotWritten, ///< No right to write there, or no room.
};

using LogExportFailure = std::variant<Failure<LogExportError>, Failure<StoreError>>;

enum class LogFormat { JsonLines, Csv };

/// Looking at the custody log: reading it, checking it, taking a copy of it. Checking and copying are acts that the log
/// tells of, whatever comes out.
class CustodyReview final : public QObject
{
    Q_OBJECT

public:
    CustodyReview(Store &store, const LocalIdentity &identity);

    [[nodiscard]] StoreFuture<std::vector<CustodyEvent>> entries(CustodyFilter filter);
    /// Checks every entry. The answer is about the log as it was before this act was added to it.
    [[nodiscard]] StoreFuture<ChainReport> verify();
    /// How many entries were written to the file.
    [[nodiscard]] QFuture<Result<int, LogExportFailure>> exportTo(QString path, LogFormat format, CustodyFilter filter);

private:
    [[nodiscard]] EventDraft eventFor(CustodyAction action) const;
    [[nodiscard]] QFuture<Result<int, LogExportFailure>> recordExport(LogFormat format,
                                                                      const Result<int, LogExportFailure> &written);

    Store &m_store;
    const LocalIdentity &m_identity;
};

/// The entries as a file: one canonical JSON object a line, or RFC 4180 with cells that a spreadsheet would take for a
/// formula made harmless.
[[nodiscard]] QByteArray logBytes(const std::vector<CustodyEvent> &entries, LogFormat format);

} // namespace Porchlight
