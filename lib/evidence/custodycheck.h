// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/baginspection.h"
#include "evidence/packagerecord.h"

namespace Porchlight {

/// Checks the custody log of a package: every line in canonical form, every entry's hash, the entries of the case
/// without gap, in order and once, the links of neighbours, the end as the record has it, arrival of every clip, and
/// the table beside it. Lists every fault. Answers what a passed line may say.
[[nodiscard]] QString checkCustody(BagInspection &inspection, const PackageRecord &record);

} // namespace Porchlight
