// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agencies/agencydiff.h"
#include "agencies/directoryreading.h"
#include "core/clock.h"
#include "core/digest.h"
#include "identity/localidentity.h"
#include "store/store.h"

#include <QFuture>
#include <QObject>

#include <variant>

namespace Porchlight {

using AgencyUpdateFailure = std::variant<Failure<DirectoryError>, Failure<StoreError>>;

template <typename T>
using AgencyUpdateFuture = QFuture<Result<T, AgencyUpdateFailure>>;

/// What a list would change, before anything is changed.
struct DirectoryPreview
{
    QString sourceName; ///< The file's name, without its folder.
    Digest digest;
    DirectoryReading reading;
    ListMeaning meaning = ListMeaning::Additions;
    AgencyDiff diff; ///< Against the record as it was when the list was read.
};

/// Brings the directory of partner agencies up to date from a list: first a preview, then, when it is wanted, all of
/// it in one transaction with its entry in the custody log. A list that cannot be read changes nothing.
class AgencyUpdate final : public QObject
{
    Q_OBJECT

public:
    AgencyUpdate(Store &store, const LocalIdentity &identity, const Clock &clock);

    /// Reads the file and compares it with the record, on another thread.
    [[nodiscard]] AgencyUpdateFuture<DirectoryPreview> preview(const QString &file, ListMeaning meaning);
    /// Compares once more and keeps what is new; returns what was changed.
    [[nodiscard]] AgencyUpdateFuture<AgencyDiff> apply(const DirectoryPreview &preview);
    /// At the first start: keeps the sample directory where nothing was ever imported. True if it did.
    [[nodiscard]] AgencyUpdateFuture<bool> importSampleIfEmpty();

private:
    Store &m_store;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
};

} // namespace Porchlight
