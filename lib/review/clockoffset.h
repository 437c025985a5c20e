// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/utctime.h"

#include <chrono>

namespace Porchlight {

/// The correction of one camera's clock: what is added to the time it showed, how sure that is, and whether anybody
/// has checked it. Without a check the offset is zero and the window says so.
class ClockOffset
{
public:
    ClockOffset() = default;
    /// A checked clock.
    ClockOffset(std::chrono::microseconds correction, std::chrono::microseconds uncertainty);

    [[nodiscard]] bool isChecked() const { return m_isChecked; }
    [[nodiscard]] std::chrono::microseconds correction() const { return m_correction; }
    /// Half of the span that the true time lies in.
    [[nodiscard]] std::chrono::microseconds uncertainty() const { return m_uncertainty; }

    [[nodiscard]] UtcTime toWallTime(UtcTime cameraTime) const { return cameraTime + m_correction; }
    [[nodiscard]] UtcTime toCameraTime(UtcTime wallTime) const { return wallTime - m_correction; }

    bool operator==(const ClockOffset &) const = default;

private:
    std::chrono::microseconds m_correction{0};
    std::chrono::microseconds m_uncertainty{0};
    bool m_isChecked = false;
};

} // namespace Porchlight
