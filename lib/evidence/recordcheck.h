// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/baginspection.h"
#include "evidence/packagerecord.h"

#include <optional>

namespace Porchlight {

/// Reads metadata/package.json; faults say why there is none.
[[nodiscard]] std::optional<PackageRecord> readRecord(BagInspection &inspection);

/// Checks what the record says against the files: sizes, checksums and names, digests at receipt, consent receipts and
/// their signatures, frame tables by counting, lineage of derived files, counts, and the pages made from it. Lists
/// every fault. Answers what a passed line may say.
[[nodiscard]] QString checkRecords(BagInspection &inspection, const PackageRecord &record);

} // namespace Porchlight
