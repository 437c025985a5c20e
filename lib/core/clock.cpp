// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"

namespace Porchlight {

UtcTime SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return UtcTime::fromMicroseconds(std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count());
}

} // namespace Porchlight
