// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/wallplan.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

// A camera that has nothing more to show looks again this often, as its clip may still be counted.
constexpr microseconds IdlePause = 500ms;

microseconds scaled(microseconds time, double factor)
{
    return microseconds(std::llround(static_cast<double>(time.count()) * factor));
}

/// The start of the first frame after this clip time, or of the frame on screen and before it, as play goes.
std::optional<qint64> nextFrame(const FrameTimes &frames, microseconds clipTime, bool isBackward)
{
    if (isBackward) {
        const std::optional<qint64> here = frames.frameAt(clipTime);
        if (!here || clipTime < frames.begin()) {
            return std::nullopt;
        }
        return clipTime >= frames.end() ? here : frames.frameBefore(frames.at(*here).start);
    }
    return frames.frameAfter(clipTime);
}

/// Clip time at which something else is due.
std::optional<microseconds> nextChange(const FrameTimes &frames, const ClipMoment &moment,
                                       const std::optional<qint64> &next, bool isBackward)
{
    if (isBackward) {
        if (moment.kind == ClipMoment::Kind::Ended) {
            return frames.end() - 1us;
        }
        return moment.frame >= 0 ? std::optional(frames.at(moment.frame).start - 1us) : std::nullopt;
    }
    if (moment.kind == ClipMoment::Kind::Picture) {
        // The picture goes where a hole begins, or the clip ends.
        const microseconds start = frames.at(moment.frame).start;
        const std::optional<TimeHole> hole = frames.holeAfter(moment.frame);
        if (hole) {
            return hole->begin;
        }
        return next ? frames.at(*next).start : std::max(frames.end(), start + 1us);
    }
    return next ? std::optional(frames.at(*next).start) : std::nullopt;
}

} // namespace

UtcTime WallContext::lineTime() const
{
    return startedAt + scaled(elapsed, speed);
}

CameraPlan planCamera(const ReviewTimeline &timeline, std::size_t camera, const WallContext &context)
{
    const TimeSpan extent = timeline.extent();
    const UtcTime wanted = context.lineTime();
    const bool isBackward = context.speed < 0;
    const FrameTimes &frames = timeline.clips().at(camera).frames;
    CameraPlan plan;
    plan.isAtEnd = isBackward ? wanted <= extent.begin : wanted >= extent.end;
    plan.lineTime = std::clamp(wanted, extent.begin, extent.end);
    plan.moment = timeline.momentAt(camera, plan.lineTime);
    plan.untilChange = IdlePause;
    if (frames.isEmpty()) {
        return plan;
    }
    plan.next = nextFrame(frames, timeline.clipTimeAt(camera, plan.lineTime), isBackward);
    if (const auto change = nextChange(frames, plan.moment, plan.next, isBackward)) {
        const microseconds distance = std::chrono::abs(timeline.lineTimeAt(camera, *change) - plan.lineTime);
        plan.untilChange = std::max(1000us, scaled(distance, 1 / std::abs(context.speed)));
    }
    return plan;
}

std::optional<CameraStep> planStepOfAny(const ReviewTimeline &timeline, UtcTime from, int direction)
{
    std::optional<CameraStep> best;
    for (std::size_t camera = 0; camera < timeline.clips().size(); ++camera) {
        const FrameTimes &frames = timeline.clips()[camera].frames;
        const microseconds clipTime = timeline.clipTimeAt(camera, from);
        const std::optional<qint64> frame = direction > 0 ? frames.frameAfter(clipTime) : frames.frameBefore(clipTime);
        if (!frame) {
            continue;
        }
        const UtcTime time = timeline.lineTime(camera, *frame);
        if (!best || (direction > 0 ? time < best->lineTime : time > best->lineTime)) {
            best = CameraStep{.camera = camera, .frame = *frame, .lineTime = time};
        }
    }
    return best;
}

std::optional<qint64> planStepFromGap(const FrameTimes &frames, const ClipMoment &moment, qint64 count)
{
    const qint64 last = frames.count() - 1;
    const qint64 first = count > 0 ? moment.frame + 1 : moment.frame;
    if (first < 0 || first > last || count == 0) {
        return std::nullopt;
    }
    return std::clamp<qint64>(count > 0 ? moment.frame + count : moment.frame + count + 1, 0, last);
}

} // namespace Porchlight
