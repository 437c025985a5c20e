// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/requestpolicy.h"
#include "requests/finding.h"

#include <QString>

#include <span>
#include <vector>

namespace Porchlight {

/// A finding as the officer reads it, beside the field it concerns.
struct FindingWords
{
    QString rule;     ///< Short name: "Pressure".
    QString sentence; ///< What to do: "Residents are free to ignore a request. Write “Please share”."

    bool operator==(const FindingWords &) const = default;
};

[[nodiscard]] FindingWords wordsFor(const Finding &finding, const RequestPolicy &policy);

/// Why publishing waits, in a few words: "1 finding to mend first"; empty where nothing stands in the way.
[[nodiscard]] QString refusalsText(std::span<const Finding> findings);

} // namespace Porchlight
