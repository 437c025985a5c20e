// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/playplan.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

microseconds scaled(microseconds time, double factor)
{
    return microseconds(std::llround(static_cast<double>(time.count()) * factor));
}

/// Clip time at which another frame is due when play goes in this direction.
microseconds nextChange(const FrameTimes &frames, qint64 frame, double speed)
{
    if (speed < 0) {
        return frames.at(frame).start - 1us;
    }
    return frames.at(frame).start + frames.shownFor(frame);
}

} // namespace

PlayPlan planPlay(const FrameTimes &frames, const PlayContext &context)
{
    const microseconds wanted = context.startedAt + scaled(context.elapsed, context.speed);
    PlayPlan plan;
    plan.clipTime = std::clamp(wanted, frames.begin(), frames.end());
    plan.frame = frames.frameAt(plan.clipTime).value_or(0);
    plan.isAtEnd = context.speed < 0 ? wanted <= frames.begin() : wanted >= frames.end();
    const microseconds distance = std::chrono::abs(nextChange(frames, plan.frame, context.speed) - plan.clipTime);
    plan.untilChange = std::max(1000us, scaled(distance, 1 / std::abs(context.speed)));
    return plan;
}

} // namespace Porchlight
