// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/scrubplan.h"

#include <algorithm>
#include <limits>

namespace Porchlight {

ScrubPlan planScrub(const ScrubContext &context)
{
    if (context.frameCount <= 0 || context.requested) {
        return {};
    }
    ScrubPlan plan;
    if (context.wanted) {
        const qint64 target = std::clamp<qint64>(*context.wanted, 0, context.frameCount - 1);
        if (target != context.shown) {
            plan.request = target;
        }
        plan.keepsWish = !context.isCountFinal && *context.wanted > target;
    }
    const qint64 from = plan.request.value_or(context.shown.value_or(0));
    const qint64 next = from + context.direction;
    if (context.direction != 0 && next >= 0 && next < context.frameCount) {
        plan.prefetch = next;
    }
    return plan;
}

std::optional<qint64> planStep(const ScrubContext &context, qint64 step)
{
    if (context.frameCount <= 0) {
        return std::nullopt;
    }
    const std::optional<qint64> from = context.wanted ? context.wanted : context.shown;
    if (!from) {
        return std::nullopt;
    }
    const qint64 last = context.isCountFinal ? context.frameCount - 1 : std::numeric_limits<qint64>::max();
    return std::clamp<qint64>(std::min(*from, last) + step, 0, last);
}

} // namespace Porchlight
