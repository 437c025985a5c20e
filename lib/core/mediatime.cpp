// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mediatime.h"

namespace Porchlight {

namespace {

__extension__ using Wide = __int128;

} // namespace

std::int64_t MediaTime::microseconds() const
{
    const Wide numerator = Wide{m_ticks} * m_base.numerator * 1'000'000;
    const Wide half = (numerator < 0 ? -m_base.denominator : m_base.denominator) / 2;
    return static_cast<std::int64_t>((numerator + half) / m_base.denominator);
}

std::strong_ordering operator<=>(const MediaTime &a, const MediaTime &b)
{
    const Wide left = Wide{a.m_ticks} * a.m_base.numerator * b.m_base.denominator;
    const Wide right = Wide{b.m_ticks} * b.m_base.numerator * a.m_base.denominator;
    if (left < right) {
        return std::strong_ordering::less;
    }
    return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

} // namespace Porchlight
