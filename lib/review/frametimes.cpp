// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/frametimes.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

// A distance counts as a hole from here on: four usual steps, and long enough for a person to call it a pause.
constexpr int HoleSteps = 4;
constexpr microseconds ShortestHole = 500ms;
// Containers with a millisecond time base move each stamp by up to half a tick.
constexpr microseconds StampJitter = 1100us;

microseconds median(std::vector<microseconds> values)
{
    if (values.empty()) {
        return 0us;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

FrameTimes::FrameTimes(std::vector<FrameTime> frames)
    : m_frames(std::move(frames))
    , m_byTime(m_frames.size())
{
    std::iota(m_byTime.begin(), m_byTime.end(), qint64(0));
    std::stable_sort(m_byTime.begin(), m_byTime.end(), [this](qint64 a, qint64 b) { return startOf(a) < startOf(b); });
    if (!m_frames.empty()) {
        measure();
    }
}

void FrameTimes::measure()
{
    std::vector<microseconds> steps;
    steps.reserve(m_byTime.size());
    for (std::size_t i = 1; i < m_byTime.size(); ++i) {
        steps.push_back(startOf(m_byTime[i]) - startOf(m_byTime[i - 1]));
    }
    m_usualStep = median(steps);
    m_isVariable = std::any_of(steps.begin(), steps.end(), [this](microseconds step) {
        return std::chrono::abs(step - m_usualStep) > StampJitter;
    });
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i] >= std::max(ShortestHole, HoleSteps * m_usualStep)) {
            const microseconds start = startOf(m_byTime[i]);
            m_holes.push_back({.frameBefore = m_byTime[i], .begin = start + m_usualStep, .end = start + steps[i]});
        }
    }
    for (qint64 frame = 0; frame < count(); ++frame) {
        if (at(frame).seam != 0us) {
            m_seams.push_back({.frame = frame, .at = startOf(frame), .jump = at(frame).seam});
        }
    }
    const FrameTime &last = at(m_byTime.back());
    m_begin = startOf(m_byTime.front());
    m_end = last.start + (last.duration > 0us ? last.duration : m_usualStep);
}

std::optional<qint64> FrameTimes::frameAt(microseconds time) const
{
    if (m_byTime.empty()) {
        return std::nullopt;
    }
    const auto after = std::upper_bound(m_byTime.begin(), m_byTime.end(), time,
                                        [this](microseconds value, qint64 frame) { return value < startOf(frame); });
    return after == m_byTime.begin() ? m_byTime.front() : *std::prev(after);
}

std::optional<qint64> FrameTimes::nearestFrame(microseconds time) const
{
    const std::optional<qint64> before = frameAt(time);
    if (!before) {
        return before;
    }
    const auto after = std::upper_bound(m_byTime.begin(), m_byTime.end(), time,
                                        [this](microseconds value, qint64 frame) { return value < startOf(frame); });
    if (after == m_byTime.end() || time < startOf(*before)) {
        return before;
    }
    return startOf(*after) - time < time - startOf(*before) ? *after : before;
}

std::optional<qint64> FrameTimes::frameAfter(microseconds time) const
{
    const auto after = std::upper_bound(m_byTime.begin(), m_byTime.end(), time,
                                        [this](microseconds value, qint64 frame) { return value < startOf(frame); });
    return after == m_byTime.end() ? std::nullopt : std::optional(*after);
}

std::optional<qint64> FrameTimes::frameBefore(microseconds time) const
{
    const auto from = std::lower_bound(m_byTime.begin(), m_byTime.end(), time,
                                       [this](qint64 frame, microseconds value) { return startOf(frame) < value; });
    return from == m_byTime.begin() ? std::nullopt : std::optional(*std::prev(from));
}

microseconds FrameTimes::shownFor(qint64 frame) const
{
    if (frame + 1 < count()) {
        const microseconds step = startOf(frame + 1) - startOf(frame);
        return step > 0us ? step : m_usualStep;
    }
    const microseconds own = at(frame).duration;
    return own > 0us ? own : m_usualStep;
}

std::optional<TimeHole> FrameTimes::holeAt(microseconds time) const
{
    const auto found = std::find_if(m_holes.begin(), m_holes.end(),
                                    [time](const TimeHole &hole) { return hole.begin <= time && time < hole.end; });
    return found == m_holes.end() ? std::nullopt : std::optional(*found);
}

std::optional<TimeHole> FrameTimes::holeAfter(qint64 frame) const
{
    const auto found = std::ranges::find(m_holes, frame, &TimeHole::frameBefore);
    return found == m_holes.end() ? std::nullopt : std::optional(*found);
}

int FrameTimes::segmentCount() const
{
    return isEmpty() ? 0 : static_cast<int>(m_seams.size()) + 1;
}

std::vector<qint64> FrameTimes::framesBetween(microseconds from, microseconds to) const
{
    const auto isBefore = [this](qint64 frame, microseconds value) {
        return startOf(frame) < value;
    };
    const auto first = std::lower_bound(m_byTime.begin(), m_byTime.end(), from, isBefore);
    const auto last = std::lower_bound(first, m_byTime.end(), to, isBefore);
    return {first, last};
}

std::optional<qint64> FrameTimes::keyBefore(qint64 frame) const
{
    for (qint64 candidate = std::min(frame, count() - 1); candidate >= 0; --candidate) {
        if (at(candidate).isKey) {
            return candidate;
        }
    }
    return std::nullopt;
}

} // namespace Porchlight
