// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "evidence/packagewriter.h"
#include "identity/localidentity.h"
#include "media/framesource.h"
#include "store/store.h"
#include "vault/evidencevault.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <variant>

namespace Porchlight {

using ExportFailure = std::variant<EvidenceFailure, Failure<StoreError>>;

template <typename T>
using ExportFuture = QFuture<Result<T, ExportFailure>>;

/// How far an export is.
struct ExportProgress
{
    enum class Step { Gathering, Writing, Checking };

    Step step = Step::Gathering;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;

    bool operator==(const ExportProgress &) const = default;
};

/// Takes a case's evidence out of the house. The plan is made first and can be shown; writing is one task on a thread
/// of its own that never holds a store transaction.
///
/// The custody log gets two entries. `package.started` is written before the log is read, so it is the last entry
/// inside the package: the package shows its own making, and an export that was begun and never ended shows in the
/// agency's log. `package.exported` follows with the package's digest, in one transaction with the export's record; it
/// cannot be inside, because the digest covers the log. A cancelled or failed export ends with the outcome `failed`.
class EvidenceExport final : public QObject
{
    Q_OBJECT

public:
    using NewFrameSource = std::function<std::unique_ptr<FrameSource>()>;

    EvidenceExport(Store &store, EvidenceVault &vault, LocalIdentity &identity, const Clock &clock,
                   NewFrameSource newFrameSource);
    ~EvidenceExport() override; ///< Cancels what is under way and waits for it.

    /// Everything of the case that bears on a package, with all of it chosen that may go in.
    [[nodiscard]] ExportFuture<PackageContext> load(CaseId caseId);

    /// Writes what was planned into a new folder inside `targetFolder`. One at a time.
    [[nodiscard]] ExportFuture<WrittenPackage> write(PackagePlan plan, QString targetFolder);

    /// Stops writing; its future then answers EvidenceError::Canceled and nothing is left behind.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void progressed(const Porchlight::ExportProgress &progress);

private:
    class Run;

    Store &m_store;
    EvidenceVault &m_vault;
    LocalIdentity &m_identity;
    const Clock &m_clock;
    NewFrameSource m_newFrameSource;
    std::unique_ptr<Run> m_run;
};

} // namespace Porchlight
