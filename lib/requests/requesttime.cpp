// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/requesttime.h"

#include "domain/calendardate.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QDateTime inZone(UtcTime time, const QTimeZone &zone)
{
    return time.toDateTime().toTimeZone(zone);
}

QString english(const QDateTime &time, QStringView format)
{
    return QLocale::c().toString(time, format);
}

bool isAfternoon(const QDateTime &time)
{
    return time.time().hour() >= 12;
}

QString halfOfDay(const QDateTime &time)
{
    return isAfternoon(time) ? u"pm"_s : u"am"_s;
}

/// "8:00"
QString twelveHours(const QDateTime &time)
{
    const int hour = time.time().hour() % 12;
    return u"%1:%2"_s.arg(hour == 0 ? 12 : hour).arg(time.time().minute(), 2, 10, QLatin1Char('0'));
}

/// A text taken apart into what stands for the day and what for the time of day.
struct WrittenTime
{
    QString day;
    std::optional<QTime> time;
    bool isUnreadable = false;
};

std::optional<QTime> timeOf(const QString &hours, const QString &minutes, const QString &half)
{
    int hour = hours.toInt();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12) {
            return std::nullopt;
        }
        hour = hour % 12 + (half.startsWith(u'p', Qt::CaseInsensitive) ? 12 : 0);
    }
    const QTime time(hour, minutes.toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

WrittenTime takeApart(const QString &text)
{
    static const QRegularExpression clock(
        uR"((?:^|[\s,T])(?:at\s+)?(\d{1,2})(?:[:.](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?|\s*([ap]\.?m\.?))$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString tidy = text.simplified();
    const auto match = clock.match(tidy);
    if (!match.hasMatch()) {
        return {.day = tidy, .time = std::nullopt};
    }
    const QString half = match.captured(3) + match.captured(4);
    const auto time = timeOf(match.captured(1), match.captured(2), half);
    return {.day = tidy.first(match.capturedStart()).trimmed(), .time = time, .isUnreadable = !time};
}

enum class YearRule { LatestUpTo, NextFrom };

/// A day and month without a year: the year is found from `today`.
QDate withYear(int month, int day, QDate today, YearRule rule)
{
    constexpr int YearsUntilLeapDay = 8;
    for (int step = 0; step <= YearsUntilLeapDay; ++step) {
        const int year = today.year() + (rule == YearRule::LatestUpTo ? -step : step);
        const QDate date(year, month, day);
        if (date.isValid() && (rule == YearRule::LatestUpTo ? date <= today : date >= today)) {
            return date;
        }
    }
    return {};
}

QString withoutWeekday(const QString &text)
{
    static const QRegularExpression weekday(uR"(^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QString rest = text;
    rest.remove(weekday);
    while (rest.endsWith(u',')) {
        rest.chop(1);
    }
    return rest.trimmed();
}

QDate dayOf(const QString &text, QDate today, YearRule rule)
{
    const QString day = withoutWeekday(text);
    if (day.compare("today"_L1, Qt::CaseInsensitive) == 0) {
        return today;
    }
    if (day.compare("yesterday"_L1, Qt::CaseInsensitive) == 0) {
        return today.addDays(-1);
    }
    if (day.compare("tomorrow"_L1, Qt::CaseInsensitive) == 0) {
        return today.addDays(1);
    }
    static const QRegularExpression dayFirst(uR"(^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?$)"_s);
    static const QRegularExpression nameFirst(uR"(^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$)"_s);
    static const QRegularExpression numbers(uR"(^(\d{1,2})/(\d{1,2})$)"_s);
    if (const auto match = dayFirst.match(day); match.hasMatch()) {
        return withYear(monthNumber(match.capturedView(2)), match.captured(1).toInt(), today, rule);
    }
    if (const auto match = nameFirst.match(day); match.hasMatch()) {
        return withYear(monthNumber(match.capturedView(1)), match.captured(2).toInt(), today, rule);
    }
    if (const auto match = numbers.match(day); match.hasMatch()) {
        return withYear(match.captured(1).toInt(), match.captured(2).toInt(), today, rule);
    }
    static const QRegularExpression hasDay(uR"(\d{1,2}\D+\d|\d\D+\d{1,2}\b)"_s);
    return hasDay.match(day).hasMatch() ? readDate(day) : QDate();
}

UtcTime utc(QDate day, QTime time, const QTimeZone &zone)
{
    return UtcTime::fromDateTime(QDateTime(day, time, zone));
}

} // namespace

QTimeZone zoneOf(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    return name.isEmpty() || !zone.isValid() ? QTimeZone(QTimeZone::UTC) : zone;
}

QString hoursForResidents(const TimeSpan &window, const QTimeZone &zone)
{
    const QDateTime begin = inZone(window.begin, zone);
    const QDateTime end = inZone(window.end, zone);
    const QString day = english(begin, u"dddd d MMMM");
    const QString zoneName = end.timeZoneAbbreviation();
    if (begin.date() != end.date()) {
        return u"%1, %2 %3 – %4, %5 %6 %7"_s.arg(day, twelveHours(begin), halfOfDay(begin),
                                                 english(end, u"dddd d MMMM"), twelveHours(end), halfOfDay(end),
                                                 zoneName);
    }
    const QString first = isAfternoon(begin) == isAfternoon(end) ? twelveHours(begin)
                                                                 : u"%1 %2"_s.arg(twelveHours(begin), halfOfDay(begin));
    return u"%1, %2 – %3 %4 %5"_s.arg(day, first, twelveHours(end), halfOfDay(end), zoneName);
}

QString dayForResidents(UtcTime time, const QTimeZone &zone)
{
    return english(inZone(time, zone), u"d MMMM");
}

QString shortTime(UtcTime time, const QTimeZone &zone, UtcTime now)
{
    const QDateTime there = inZone(time, zone);
    const bool isThisYear = there.date().year() == inZone(now, zone).date().year();
    return english(there, isThisYear ? u"d MMM, HH:mm" : u"d MMM yyyy, HH:mm");
}

QString shortDay(UtcTime time, const QTimeZone &zone)
{
    return english(inZone(time, zone), u"d MMM yyyy");
}

QString lengthText(std::chrono::microseconds length)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
    if (minutes < 60) {
        return u"%1 min"_s.arg(minutes);
    }
    return minutes % 60 == 0 ? u"%1 h"_s.arg(minutes / 60) : u"%1 h %2 min"_s.arg(minutes / 60).arg(minutes % 60);
}

std::optional<UtcTime> readTime(const QString &text, const QTimeZone &zone, UtcTime now, std::optional<UtcTime> nearDay)
{
    if (const auto exact = UtcTime::fromString(text.trimmed())) {
        return exact;
    }
    const WrittenTime written = takeApart(text);
    if (!written.time) {
        return std::nullopt;
    }
    const QDate today = inZone(now, zone).date();
    const QDate day = written.day.isEmpty() ? inZone(nearDay.value_or(now), zone).date()
                                            : dayOf(written.day, today, YearRule::LatestUpTo);
    return day.isValid() ? std::optional(utc(day, *written.time, zone)) : std::nullopt;
}

std::optional<UtcTime> readEnd(const QString &text, const QTimeZone &zone, UtcTime now)
{
    if (const auto exact = UtcTime::fromString(text.trimmed())) {
        return exact;
    }
    const WrittenTime written = takeApart(text);
    if (written.isUnreadable) {
        return std::nullopt;
    }
    const QDate day = dayOf(written.day, inZone(now, zone).date(), YearRule::NextFrom);
    return day.isValid() ? std::optional(utc(day, written.time.value_or(QTime(23, 59, 59)), zone)) : std::nullopt;
}

} // namespace Porchlight
