// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/geopoint.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/json.h"
#include "domain/officer.h"
#include "store/connection.h"
#include "store/storeerror.h"

#include <QDate>
#include <QSqlQuery>

#include <optional>
#include <vector>

namespace Porchlight {

/// The columns of a row in order, each as what it is. A value that cannot be read becomes a default and the row is
/// faulty as a whole.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {}

    [[nodiscard]] QString text() { return next().toString(); }
    [[nodiscard]] qint64 integer() { return next().toLongLong(); }
    [[nodiscard]] int smallInteger() { return next().toInt(); }
    [[nodiscard]] bool boolean() { return next().toBool(); }
    [[nodiscard]] double real() { return next().toDouble(); }
    [[nodiscard]] QByteArray bytes() { return next().toByteArray(); }
    [[nodiscard]] UtcTime time() { return UtcTime::fromMicroseconds(integer()); }
    [[nodiscard]] QDate date();
    [[nodiscard]] Digest digest();
    [[nodiscard]] std::optional<Digest> optionalDigest();
    [[nodiscard]] std::optional<UtcTime> optionalTime();
    [[nodiscard]] std::optional<GeoPoint> optionalPoint(); ///< Two columns.
    [[nodiscard]] Officer officer();                       ///< Four columns.

    template <typename Tag>
    [[nodiscard]] Id<Tag> id()
    {
        return checked(Id<Tag>::fromString(text()));
    }

    template <typename Tag>
    [[nodiscard]] std::optional<Id<Tag>> optionalId()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(checked(Id<Tag>::fromString(value.toString())));
    }

    /// A word by the function that reads it.
    template <typename Enum>
    [[nodiscard]] Enum word(std::optional<Enum> (*fromText)(QStringView))
    {
        return checked(fromText(text()));
    }

    void markFaulty() { m_isFaulty = true; }
    [[nodiscard]] bool isFaulty() const { return m_isFaulty; }

private:
    [[nodiscard]] QVariant next() { return m_query.value(m_column++); }

    template <typename T>
    [[nodiscard]] T checked(std::optional<T> value)
    {
        m_isFaulty = m_isFaulty || !value;
        return value.value_or(T());
    }

    const QSqlQuery &m_query;
    int m_column = 0;
    bool m_isFaulty = false;
};

/// One prepared statement with named values. Texts are stored as well-formed Unicode, absent values as null.
class Statement
{
public:
    Statement(Connection &connection, const QString &sql);

    Statement &bind(const QString &name, const QString &value);
    Statement &bind(const QString &name, const QByteArray &value);
    Statement &bind(const QString &name, qint64 value);
    Statement &bind(const QString &name, int value);
    Statement &bind(const QString &name, bool value);
    Statement &bind(const QString &name, double value);
    Statement &bind(const QString &name, UtcTime value);
    Statement &bind(const QString &name, QDate value);
    Statement &bind(const QString &name, const Digest &value);
    Statement &bind(const QString &name, const std::optional<GeoPoint> &value); ///< NAME_latitude, NAME_longitude.
    Statement &bind(const QString &name, const Officer &value); ///< NAME_id, NAME_name, NAME_agency, NAME_contact.

    template <typename Tag>
    Statement &bind(const QString &name, const Id<Tag> &value)
    {
        return bind(name, value.toString());
    }

    template <typename T>
        requires(!std::same_as<T, GeoPoint>)
    Statement &bind(const QString &name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }

    [[nodiscard]] StoreResult<void> run();
    /// As run(), but NotFound with `what` if no row was changed.
    [[nodiscard]] StoreResult<void> runOnOne(const QString &what);

    template <typename T>
    [[nodiscard]] StoreResult<std::vector<T>> all(T (*read)(Row &))
    {
        std::vector<T> values;
        if (const auto done = each(read, [&values](T value) { values.push_back(std::move(value)); }); !done) {
            return std::unexpected(done.error());
        }
        return values;
    }

    template <typename T>
    [[nodiscard]] StoreResult<std::optional<T>> first(T (*read)(Row &))
    {
        std::optional<T> found;
        const auto done = each(read, [&found](T value) {
            if (!found) {
                found = std::move(value);
            }
        });
        if (!done) {
            return std::unexpected(done.error());
        }
        return found;
    }

    /// Row by row, without keeping them.
    template <typename T, typename Take>
    [[nodiscard]] StoreResult<void> each(T (*read)(Row &), Take take)
    {
        if (const auto done = run(); !done) {
            return done;
        }
        while (m_query.next()) {
            Row row(m_query);
            T value = read(row);
            if (row.isFaulty()) {
                return fail(StoreError::BadValue, m_sql);
            }
            take(std::move(value));
        }
        return {};
    }

private:
    Statement &bindNull(const QString &name);
    Statement &bindVariant(const QString &name, const QVariant &value);

    QString m_sql;
    QSqlQuery m_query;
    bool m_isPrepared;
};

} // namespace Porchlight
