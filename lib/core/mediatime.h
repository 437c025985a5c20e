// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <cstdint>

namespace Porchlight {

/// The length of one tick of a stream in seconds, as the container gives it: a positive fraction.
struct TimeBase
{
    std::int32_t numerator = 1;
    std::int32_t denominator = 1;

    bool operator==(const TimeBase &) const = default;
    [[nodiscard]] constexpr bool isValid() const { return numerator > 0 && denominator > 0; }
};

/// A position inside a clip in the stream's own ticks: exact, signed, never a floating number and never computed
/// from a frame rate. Times of different time bases compare by value. Free of Qt.
class MediaTime
{
public:
    constexpr MediaTime() = default;
    constexpr MediaTime(std::int64_t ticks, TimeBase base)
        : m_ticks(ticks)
        , m_base(base)
    {}

    [[nodiscard]] constexpr std::int64_t ticks() const { return m_ticks; }
    [[nodiscard]] constexpr TimeBase base() const { return m_base; }

    /// For showing only.
    [[nodiscard]] constexpr double seconds() const
    {
        return static_cast<double>(m_ticks) * m_base.numerator / m_base.denominator;
    }

    /// Rounded to the nearest microsecond, halves away from zero.
    [[nodiscard]] std::int64_t microseconds() const;

    friend std::strong_ordering operator<=>(const MediaTime &a, const MediaTime &b);
    friend bool operator==(const MediaTime &a, const MediaTime &b) { return (a <=> b) == std::strong_ordering::equal; }

private:
    std::int64_t m_ticks = 0;
    TimeBase m_base;
};

} // namespace Porchlight
