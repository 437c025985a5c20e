// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/clockoffset.h"

namespace Porchlight {

ClockOffset::ClockOffset(std::chrono::microseconds correction, std::chrono::microseconds uncertainty)
    : m_correction(correction)
    , m_uncertainty(std::chrono::abs(uncertainty))
    , m_isChecked(true)
{}

} // namespace Porchlight
