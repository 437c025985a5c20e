// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <vector>

namespace Porchlight {

/// The part of a timeline that is in view: a span of line time over a width in pixels. Keeps to the extent of the
/// timeline and to a smallest span, so that it can always be drawn.
class TimelineWindow
{
public:
    using Time = std::chrono::microseconds;

    TimelineWindow() = default;
    /// All of the extent, over this width.
    TimelineWindow(Time begin, Time end, double width);

    [[nodiscard]] Time begin() const { return m_begin; }
    [[nodiscard]] Time end() const { return m_end; }
    [[nodiscard]] Time length() const { return m_end - m_begin; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double microsecondsPerPixel() const;
    [[nodiscard]] bool showsAll() const { return m_begin == m_extentBegin && m_end == m_extentEnd; }

    [[nodiscard]] double toX(Time time) const;
    [[nodiscard]] Time toTime(double x) const;

    [[nodiscard]] TimelineWindow withWidth(double width) const;
    /// The same view of a timeline that has become longer or shorter.
    [[nodiscard]] TimelineWindow withExtent(Time begin, Time end) const;
    /// Shows `factor` times as much, the time under `x` staying where it is.
    [[nodiscard]] TimelineWindow zoomed(double factor, double x) const;
    [[nodiscard]] TimelineWindow panned(double pixels) const;
    /// Moved just as far as needed to have the time in view, with some room beside it.
    [[nodiscard]] TimelineWindow revealing(Time time) const;

    bool operator==(const TimelineWindow &) const = default;

private:
    [[nodiscard]] TimelineWindow placed(Time begin, Time length) const;

    Time m_extentBegin{0};
    Time m_extentEnd{1};
    Time m_begin{0};
    Time m_end{1};
    double m_width = 1;
};

/// One stroke of a ruler.
struct RulerStroke
{
    std::chrono::microseconds time{0};
    bool isLabelled = false;

    bool operator==(const RulerStroke &) const = default;
};

/// Strokes at round times (1, 2, 5, 10, 15, 30 s ...) such that labels stand at least `labelWidth` pixels apart.
/// `zero` is the time that the ruler counts from; the strokes are in the window's time.
[[nodiscard]] std::vector<RulerStroke> planRuler(const TimelineWindow &window, std::chrono::microseconds zero,
                                                 double labelWidth);

/// The distance of labelled strokes that planRuler() chooses, to choose the digits of a label by.
[[nodiscard]] std::chrono::microseconds rulerStep(const TimelineWindow &window, double labelWidth);

} // namespace Porchlight
