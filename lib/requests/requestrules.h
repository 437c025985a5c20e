// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/requestpolicy.h"
#include "requests/finding.h"
#include "requests/requestdraft.h"

#include <span>
#include <vector>

namespace Porchlight {

/// What is known around a draft when it is checked.
struct RequestContext
{
    UtcTime now;
    MultiPolygon jurisdiction; ///< Ground of the officer's agency; empty where it is not on file.
    int requestsOfCase = 0;    ///< Published so far for the draft's case number.
};

/// The check of a draft: every rule that is not kept, those of the form first, then those of the text.
class RequestRules
{
public:
    [[nodiscard]] static std::vector<Finding> check(const RequestDraft &draft, const RequestPolicy &policy,
                                                    const RequestContext &context);
};

[[nodiscard]] int refusalCount(std::span<const Finding> findings);

} // namespace Porchlight
