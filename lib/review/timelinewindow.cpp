// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/timelinewindow.h"

#include <QtTypes>

#include <algorithm>
#include <array>
#include <cmath>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

constexpr microseconds ShortestView = 20ms;
constexpr double RevealMargin = 0.08;

/// A distance of labels, and into how many round parts the strokes between two labels divide it.
struct RoundStep
{
    microseconds length;
    int parts;
};

constexpr std::array RoundSteps{RoundStep{1ms, 5},   RoundStep{2ms, 4},   RoundStep{5ms, 5},   RoundStep{10ms, 5},
                                RoundStep{20ms, 4},  RoundStep{50ms, 5},  RoundStep{100ms, 5}, RoundStep{200ms, 4},
                                RoundStep{500ms, 5}, RoundStep{1s, 5},    RoundStep{2s, 4},    RoundStep{5s, 5},
                                RoundStep{10s, 5},   RoundStep{15s, 3},   RoundStep{30s, 3},   RoundStep{60s, 6},
                                RoundStep{120s, 4},  RoundStep{300s, 5},  RoundStep{600s, 5},  RoundStep{900s, 3},
                                RoundStep{1800s, 3}, RoundStep{3600s, 6}, RoundStep{7200s, 4}, RoundStep{21600s, 6}};

RoundStep chooseStep(const TimelineWindow &window, double labelWidth)
{
    const double smallest = window.microsecondsPerPixel() * labelWidth;
    const auto *const step = std::find_if(RoundSteps.begin(), RoundSteps.end(), [smallest](const RoundStep &candidate) {
        return static_cast<double>(candidate.length.count()) >= smallest;
    });
    return step == RoundSteps.end() ? RoundSteps.back() : *step;
}

} // namespace

TimelineWindow::TimelineWindow(Time begin, Time end, double width)
    : m_extentBegin(begin)
    , m_extentEnd(std::max(end, begin + 1us))
    , m_begin(m_extentBegin)
    , m_end(m_extentEnd)
    , m_width(std::max(1.0, width))
{}

double TimelineWindow::microsecondsPerPixel() const
{
    return static_cast<double>(length().count()) / m_width;
}

double TimelineWindow::toX(Time time) const
{
    return static_cast<double>((time - m_begin).count()) / microsecondsPerPixel();
}

TimelineWindow::Time TimelineWindow::toTime(double x) const
{
    return m_begin + Time(std::llround(x * microsecondsPerPixel()));
}

TimelineWindow TimelineWindow::withWidth(double width) const
{
    TimelineWindow result = *this;
    result.m_width = std::max(1.0, width);
    return result;
}

TimelineWindow TimelineWindow::withExtent(Time begin, Time end) const
{
    return TimelineWindow(begin, end, m_width).placed(m_begin, length());
}

TimelineWindow TimelineWindow::placed(Time begin, Time length) const
{
    const Time extent = m_extentEnd - m_extentBegin;
    const Time kept = std::clamp(length, std::min(ShortestView, extent), extent);
    TimelineWindow result = *this;
    result.m_begin = std::clamp(begin, m_extentBegin, m_extentEnd - kept);
    result.m_end = result.m_begin + kept;
    return result;
}

TimelineWindow TimelineWindow::zoomed(double factor, double x) const
{
    const Time extent = m_extentEnd - m_extentBegin;
    const Time wanted(std::llround(static_cast<double>(length().count()) * factor));
    const Time kept = std::clamp(wanted, std::min(ShortestView, extent), extent);
    const double share = std::clamp(x / m_width, 0.0, 1.0);
    const Time begin = toTime(x) - Time(std::llround(static_cast<double>(kept.count()) * share));
    return placed(begin, kept);
}

TimelineWindow TimelineWindow::panned(double pixels) const
{
    return placed(m_begin + Time(std::llround(pixels * microsecondsPerPixel())), length());
}

TimelineWindow TimelineWindow::revealing(Time time) const
{
    if (time >= m_begin && time < m_end) {
        return *this;
    }
    const Time margin(std::llround(static_cast<double>(length().count()) * RevealMargin));
    return time < m_begin ? placed(time - margin, length()) : placed(time + margin - length(), length());
}

microseconds rulerStep(const TimelineWindow &window, double labelWidth)
{
    return chooseStep(window, labelWidth).length;
}

std::vector<RulerStroke> planRuler(const TimelineWindow &window, microseconds zero, double labelWidth)
{
    const RoundStep step = chooseStep(window, labelWidth);
    // Rounded down for times before zero too, so that a label's neighbour to the left is never missing.
    const auto first = static_cast<qint64>(
        std::floor(static_cast<double>((window.begin() - zero).count()) / static_cast<double>(step.length.count())));
    std::vector<RulerStroke> strokes;
    for (microseconds time = zero + first * step.length; time <= window.end(); time += step.length) {
        for (int i = 0; i < step.parts; ++i) {
            strokes.push_back({.time = time + i * (step.length / step.parts), .isLabelled = i == 0});
        }
    }
    return strokes;
}

} // namespace Porchlight
