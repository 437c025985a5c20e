// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/utctime.h"

#include <QTimeZone>

namespace Porchlight {

UtcTime UtcTime::fromDateTime(const QDateTime &time)
{
    return UtcTime(time.toMSecsSinceEpoch() * 1000);
}

std::optional<UtcTime> UtcTime::fromString(QStringView text)
{
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        return std::nullopt;
    }
    return fromDateTime(time);
}

QDateTime UtcTime::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(m_microseconds / 1000, QTimeZone::UTC);
}

QString UtcTime::toString() const
{
    return toDateTime().toString(Qt::ISODateWithMs);
}

} // namespace Porchlight
