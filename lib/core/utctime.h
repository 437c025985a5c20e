// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <compare>
#include <optional>

namespace Porchlight {

/// A wall-clock instant in UTC with microseconds, from 1970 on (POSIX time: leap seconds are not counted).
class UtcTime
{
public:
    constexpr UtcTime() = default;

    [[nodiscard]] static constexpr UtcTime fromMicroseconds(qint64 sinceEpoch) { return UtcTime(sinceEpoch); }
    [[nodiscard]] static UtcTime fromDateTime(const QDateTime &time);
    /// RFC 3339 with a zone ("2026-11-24T05:29:00.120Z", "...+01:00"); text without a zone is refused.
    [[nodiscard]] static std::optional<UtcTime> fromString(QStringView text);

    [[nodiscard]] constexpr qint64 microseconds() const { return m_microseconds; }
    [[nodiscard]] QDateTime toDateTime() const;
    /// RFC 3339 in UTC with milliseconds: "2026-11-24T05:29:00.120Z".
    [[nodiscard]] QString toString() const;
    [[nodiscard]] constexpr bool isNull() const { return m_microseconds == 0; }

    constexpr auto operator<=>(const UtcTime &) const = default;

    friend constexpr UtcTime operator+(UtcTime time, std::chrono::microseconds step)
    {
        return UtcTime(time.m_microseconds + step.count());
    }
    friend constexpr UtcTime operator-(UtcTime time, std::chrono::microseconds step)
    {
        return UtcTime(time.m_microseconds - step.count());
    }
    friend constexpr std::chrono::microseconds operator-(UtcTime a, UtcTime b)
    {
        return std::chrono::microseconds(a.m_microseconds - b.m_microseconds);
    }

private:
    constexpr explicit UtcTime(qint64 microseconds)
        : m_microseconds(microseconds)
    {}

    qint64 m_microseconds = 0;
};

/// A half-open span of wall-clock time: from `begin`, up to but not including `end`.
struct TimeSpan
{
    UtcTime begin;
    UtcTime end;

    bool operator==(const TimeSpan &) const = default;
    [[nodiscard]] constexpr std::chrono::microseconds length() const { return end - begin; }
    [[nodiscard]] constexpr bool contains(UtcTime time) const { return begin <= time && time < end; }
};

} // namespace Porchlight
