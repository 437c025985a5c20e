// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/packagewriter.h"

#include <map>

namespace Porchlight {

/// A made-up case with two clips that may go in (one with a signed receipt, a still and notes, one imported from a
/// file), one declined clip, a published request and an intact custody log: what tests of evidence packages begin
/// with. The same every time.
struct EvidenceCase
{
    EvidenceCase();

    PackageContext context;
    PackageMaterial material;
    std::map<Digest, QByteArray> kept; ///< Stands for the vault.

    [[nodiscard]] OriginalOpener opener() const;
    [[nodiscard]] PackagePlan plan() const;
    /// Writes the whole case into a folder and answers the package's path; aborts the test program if that fails.
    [[nodiscard]] QString write(const QString &targetFolder) const;
};

/// Signs as an exchange would: fills signed bytes, signature and key, with a key made from the seed.
[[nodiscard]] ConsentReceipt signedReceipt(ConsentReceipt receipt, char seed);

/// A whole log for the drafts, from number 1 on.
[[nodiscard]] std::vector<CustodyEvent> chainedLog(const std::vector<EventDraft> &drafts, UtcTime begin);

} // namespace Porchlight
