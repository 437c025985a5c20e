// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagewords.h"

#include "requests/requesttime.h"

#include <QLocale>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const QLocale &english()
{
    static const QLocale Locale(QLocale::English, QLocale::UnitedStates);
    return Locale;
}

QString clock(const QDateTime &time, QStringView format)
{
    return english().toString(time, format);
}

} // namespace

QString hoursText(const TimeSpan &window, const QTimeZone &zone)
{
    return hoursForResidents(window, zone);
}

QString dayText(UtcTime time, const QTimeZone &zone)
{
    return dayForResidents(time, zone);
}

QString momentText(UtcTime time, const QTimeZone &zone)
{
    const QDateTime local = time.toDateTime().toTimeZone(zone);
    return u"%1 %2"_s.arg(clock(local, u"d MMMM yyyy, h:mm ap"), zone.abbreviation(local));
}

QString sizeText(qint64 bytes)
{
    return english().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString stateText(RequestState state)
{
    switch (state) {
    case RequestState::Draft:
    case RequestState::Published:
        return u"open"_s;
    case RequestState::Resolved:
        return u"resolved"_s;
    case RequestState::Expired:
        return u"ended"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString purposeText(UsePurpose purpose)
{
    return purpose == UsePurpose::ThisCase ? u"this case only"_s : u"this case and its prosecution"_s;
}

QString clockText(qint64 offsetMicroseconds)
{
    const qint64 seconds = std::llabs(offsetMicroseconds) / 1'000'000;
    if (seconds == 0) {
        return u"right to the second"_s;
    }
    QString length = u"%1 min %2 s"_s.arg(seconds / 60).arg(seconds % 60);
    if (seconds < 60) {
        length = u"%1 s"_s.arg(seconds);
    } else if (seconds >= 3600) {
        length = u"%1 h %2 min"_s.arg(seconds / 3600).arg(seconds / 60 % 60);
    }
    return offsetMicroseconds > 0 ? length + u" behind"_s : length + u" ahead"_s;
}

} // namespace Porchlight
