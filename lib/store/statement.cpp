// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/statement.h"

#include "audit/chain.h"
#include "core/digesttext.h"
#include "store/sqlfailure.h"

#include <QSqlError>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Porchlight {

QDate Row::date()
{
    const QString day = text();
    if (day.isEmpty()) {
        return {};
    }
    const QDate date = QDate::fromString(day, Qt::ISODate);
    m_isFaulty = m_isFaulty || !date.isValid();
    return date;
}

Digest Row::digest()
{
    return checked(digestFromString(text()));
}

std::optional<Digest> Row::optionalDigest()
{
    const QVariant value = next();
    return value.isNull() ? std::nullopt : std::optional(checked(digestFromString(value.toString())));
}

std::optional<UtcTime> Row::optionalTime()
{
    const QVariant value = next();
    return value.isNull() ? std::nullopt : std::optional(UtcTime::fromMicroseconds(value.toLongLong()));
}

std::optional<GeoPoint> Row::optionalPoint()
{
    const QVariant latitude = next();
    const QVariant longitude = next();
    if (latitude.isNull() || longitude.isNull()) {
        return std::nullopt;
    }
    return GeoPoint{.latitude = latitude.toDouble(), .longitude = longitude.toDouble()};
}

Officer Row::officer()
{
    return {.id = text(), .name = text(), .agencyName = text(), .contact = text()};
}

Statement::Statement(Connection &connection, const QString &sql)
    : m_sql(sql)
    , m_query(connection.database())
{
    m_query.setForwardOnly(true);
    m_isPrepared = m_query.prepare(sql);
}

Statement &Statement::bindVariant(const QString &name, const QVariant &value)
{
    m_query.bindValue(u':' + name, value);
    return *this;
}

Statement &Statement::bindNull(const QString &name)
{
    return bindVariant(name, QVariant(QMetaType::fromType<QString>()));
}

Statement &Statement::bind(const QString &name, const QString &value)
{
    return bindVariant(name, value.isNull() ? u""_s : storableText(value));
}

Statement &Statement::bind(const QString &name, const QByteArray &value)
{
    return bindVariant(name, value.isNull() ? QByteArray("") : value);
}

Statement &Statement::bind(const QString &name, qint64 value)
{
    return bindVariant(name, value);
}

Statement &Statement::bind(const QString &name, int value)
{
    return bindVariant(name, value);
}

Statement &Statement::bind(const QString &name, bool value)
{
    return bindVariant(name, value);
}

Statement &Statement::bind(const QString &name, double value)
{
    return bindVariant(name, value);
}

Statement &Statement::bind(const QString &name, UtcTime value)
{
    return bindVariant(name, value.microseconds());
}

Statement &Statement::bind(const QString &name, QDate value)
{
    return bindVariant(name, value.isValid() ? value.toString(Qt::ISODate) : u""_s);
}

Statement &Statement::bind(const QString &name, const Digest &value)
{
    return bindVariant(name, digestToString(value));
}

Statement &Statement::bind(const QString &name, const std::optional<GeoPoint> &value)
{
    const QString latitude = name + u"_latitude"_s;
    const QString longitude = name + u"_longitude"_s;
    if (!value) {
        return bindNull(latitude).bindNull(longitude);
    }
    return bind(latitude, value->latitude).bind(longitude, value->longitude);
}

Statement &Statement::bind(const QString &name, const Officer &value)
{
    return bind(name + u"_id"_s, value.id)
        .bind(name + u"_name"_s, value.name)
        .bind(name + u"_agency"_s, value.agencyName)
        .bind(name + u"_contact"_s, value.contact);
}

StoreResult<void> Statement::run()
{
    if (!m_isPrepared || !m_query.exec()) {
        return std::unexpected(storeFailure(m_query.lastError()));
    }
    return {};
}

StoreResult<void> Statement::runOnOne(const QString &what)
{
    return run().and_then([&]() -> StoreResult<void> {
        if (m_query.numRowsAffected() < 1) {
            return fail(StoreError::NotFound, what);
        }
        return {};
    });
}

} // namespace Porchlight
