// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

namespace Porchlight {

/// Shows the time it was set to.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(UtcTime now)
        : m_now(now)
    {}

    [[nodiscard]] UtcTime now() const override { return m_now; }
    void advance(std::chrono::microseconds step) { m_now = m_now + step; }

private:
    UtcTime m_now;
};

} // namespace Porchlight
