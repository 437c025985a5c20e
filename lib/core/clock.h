// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/utctime.h"

namespace Porchlight {

/// Where the time of day comes from, so that tests can set it. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcTime now() const = 0;

protected:
    Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override;
};

} // namespace Porchlight
