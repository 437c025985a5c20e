// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "evidence/packagepages.h"
#include "evidence/packagewriter.h"
#include "identity/localidentity.h"
#include "media/framesource.h"
#include "store/store.h"
#include "vault/evidencevault.h"
#include "workflow/exportfailure.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace Porchlight {

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
    using SourceMaker = std::function<std::unique_ptr<FrameSource>()>;

    EvidenceExport(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
                   SourceMaker makeSource);
    ~EvidenceExport() override; ///< Cancels what is under way and waits for it.

    /// Everything of the case that bears on a package, with all of it chosen that may go in.
    [[nodiscard]] ExportFuture<PackageContext> load(CaseId caseId);

    /// Writes what planPackage() says of this context into a new folder inside `targetFolder`. One at a time.
    [[nodiscard]] ExportFuture<WrittenPackage> write(PackageContext context, QString targetFolder);

    /// Stops writing; its future then answers EvidenceError::Canceled and nothing is left behind.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// Clips, notes, stills or requests of the case are not what load() said, or, without a case, may not be.
    void materialChanged(std::optional<Porchlight::CaseId> caseId);
    void progressed(const Porchlight::ExportProgress &progress);

private:
    struct Work;

    void onStoreChanged(const StoreChange &change);
    ExportFuture<PackageContext> loadParts(PackageContext context);
    [[nodiscard]] EventDraft eventFor(CustodyAction action, const PackageContext &context) const;
    void start();
    void gather();
    void readLog();
    void writePackage();
    void record(WrittenPackage written);
    void giveUp(ExportFailure failure);
    void finish(Result<WrittenPackage, ExportFailure> result);
    bool tell(const ExportProgress &progress);

    Store &m_store;
    EvidenceVault &m_vault;
    const LocalIdentity &m_identity;
    const Clock &m_clock;
    SourceMaker m_makeSource;
    bool m_isRunning = false;
    std::atomic<bool> m_isCanceled = false;
    std::atomic<qint64> m_lastTold = 0; ///< Milliseconds of a steady clock; keeps progress from flooding the window.
    std::unique_ptr<Work> m_work;
    QThreadPool m_thread; ///< One thread. Last, so that it is waited for before anything else goes.
};

} // namespace Porchlight
