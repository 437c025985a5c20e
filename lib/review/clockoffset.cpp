// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/clockoffset.h"

#include <cmath>

using std::chrono::microseconds;

namespace Porchlight {

namespace {

constexpr double Billion = 1e9;

} // namespace

ClockOffset::ClockOffset(microseconds correction, microseconds uncertainty, qint64 driftPpb)
    : m_correction(correction)
    , m_uncertainty(std::chrono::abs(uncertainty))
    , m_driftPpb(driftPpb)
    , m_isChecked(true)
{}

ClockOffset ClockOffset::unchecked() const
{
    ClockOffset offset = *this;
    offset.m_isChecked = false;
    return offset;
}

ClockOffset ClockOffset::moved(microseconds step) const
{
    ClockOffset offset = *this;
    offset.m_correction += step;
    return offset;
}

// Rounded up one way and down the other, so that the start of a frame, put on the wall clock and taken back, is in that
// frame and not at the end of the one before.

microseconds ClockOffset::toWallLength(microseconds clipTime) const
{
    const double drift = static_cast<double>(clipTime.count()) * static_cast<double>(m_driftPpb) / Billion;
    return clipTime + microseconds(static_cast<qint64>(std::ceil(drift)));
}

microseconds ClockOffset::toClipLength(microseconds wallTime) const
{
    if (m_driftPpb == 0) {
        return wallTime;
    }
    // The nearest answer, then the largest one that does not lie after it.
    auto clipTime = microseconds(
        std::llround(static_cast<double>(wallTime.count()) / (1 + static_cast<double>(m_driftPpb) / Billion)) + 1);
    while (toWallLength(clipTime) > wallTime) {
        clipTime -= microseconds(1);
    }
    return clipTime;
}

} // namespace Porchlight
