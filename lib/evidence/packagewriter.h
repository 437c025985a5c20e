// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "domain/verification.h"
#include "evidence/packagematerial.h"
#include "evidence/packageplan.h"

#include <functional>
#include <memory>

namespace Porchlight {

struct PackageProgress
{
    enum class Phase { Writing, Checking };

    Phase phase = Phase::Writing;
    qint64 bytesDone = 0; ///< Of both phases.
    qint64 bytesTotal = 0;

    bool operator==(const PackageProgress &) const = default;
};

/// Called while bytes move, from the thread that writes; returns false to cancel.
using PackageWatcher = std::function<bool(const PackageProgress &)>;

/// Opens kept bytes by their digest: originals, stills and what was written of them. The vault stands behind it.
using OriginalOpener = std::function<Result<std::unique_ptr<ByteSource>, EvidenceFailure>(const Digest &)>;

struct WrittenPackage
{
    QString folder;
    PackageRecord record;
    VerificationReport report; ///< What the verifier said about it before it got its name.
};

/// Writes a package: into a hidden folder beside its place, every file and folder flushed to the disk, read back and
/// checked by PackageVerifier, and only then given its name. Whatever goes wrong before, nothing of it stays.
/// Kept bytes are copied, never encoded anew, and hashed while they are copied. For a thread that may block.
class PackageWriter
{
public:
    explicit PackageWriter(OriginalOpener openOriginal);

    /// `targetFolder` must be there; the package becomes a folder in it, named by the plan.
    [[nodiscard]] Result<WrittenPackage, EvidenceFailure> write(const PackagePlan &plan,
                                                                const PackageMaterial &material,
                                                                const QString &targetFolder,
                                                                const PackageWatcher &watcher = {}) const;

private:
    OriginalOpener m_openOriginal;
};

} // namespace Porchlight
