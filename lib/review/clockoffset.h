// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/utctime.h"

#include <QtTypes>

#include <chrono>

namespace Porchlight {

/// The correction of one camera's clock: what is added to the time it showed at the beginning of its clip, how fast it
/// drifts from there on, how sure that is, and whether it goes back to a clock that somebody has checked. A clock that
/// was only laid beside another unchecked one has a correction too, and the window says that it is not checked.
class ClockOffset
{
public:
    ClockOffset() = default;
    /// A checked clock. `driftPpb`: nanoseconds that a second by the camera lasts longer than a second.
    ClockOffset(std::chrono::microseconds correction, std::chrono::microseconds uncertainty, qint64 driftPpb = 0);

    /// The same correction, of a clock that nobody has checked.
    [[nodiscard]] ClockOffset unchecked() const;
    /// Moved by hand.
    [[nodiscard]] ClockOffset moved(std::chrono::microseconds step) const;

    [[nodiscard]] bool isChecked() const { return m_isChecked; }
    [[nodiscard]] std::chrono::microseconds correction() const { return m_correction; }
    /// Half of the span that the true time lies in.
    [[nodiscard]] std::chrono::microseconds uncertainty() const { return m_uncertainty; }
    [[nodiscard]] qint64 driftPpb() const { return m_driftPpb; }
    [[nodiscard]] bool isNull() const { return *this == ClockOffset(); }

    [[nodiscard]] UtcTime toWallTime(UtcTime cameraTime) const { return cameraTime + m_correction; }
    [[nodiscard]] UtcTime toCameraTime(UtcTime wallTime) const { return wallTime - m_correction; }

    /// How long so much time by the camera really lasts, and back.
    [[nodiscard]] std::chrono::microseconds toWallLength(std::chrono::microseconds clipTime) const;
    [[nodiscard]] std::chrono::microseconds toClipLength(std::chrono::microseconds wallTime) const;

    bool operator==(const ClockOffset &) const = default;

private:
    std::chrono::microseconds m_correction{0};
    std::chrono::microseconds m_uncertainty{0};
    qint64 m_driftPpb = 0;
    bool m_isChecked = false;
};

} // namespace Porchlight
