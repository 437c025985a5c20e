// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/store/storeplace.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// A connection with none of the settings that the store makes for itself.
class ForeignConnection
{
public:
    explicit ForeignConnection(const QString &address)
        : m_name(QUuid::createUuid().toString())
    {
        const QUrl url(address);
        const bool isServer = url.scheme() == u"postgresql";
        QSqlDatabase database = QSqlDatabase::addDatabase(isServer ? u"QPSQL"_s : u"QSQLITE"_s, m_name);
        database.setDatabaseName(isServer ? url.path().sliced(1) : address);
        if (isServer) {
            database.setHostName(QUrlQuery(url).queryItemValue(u"host"_s));
            database.setUserName(url.userName());
        }
        database.open();
    }
    ~ForeignConnection() { QSqlDatabase::removeDatabase(m_name); }
    Q_DISABLE_COPY_MOVE(ForeignConnection)

    [[nodiscard]] QSqlQuery query() const { return QSqlQuery(QSqlDatabase::database(m_name, false)); }

private:
    QString m_name;
};

} // namespace

QString StorePlace::prepare()
{
    if (qEnvironmentVariable("PORCHLIGHT_STORE_BACKEND") != u"postgresql") {
        return {};
    }
    m_cluster = std::make_unique<PostgresCluster>();
    return m_cluster->start();
}

QString StorePlace::newAddress()
{
    return m_cluster ? m_cluster->createDatabase() : m_folder.filePath(u"store%1.sqlite"_s.arg(++m_count));
}

QString StorePlace::newHeadFile()
{
    return m_folder.filePath(u"head%1.json"_s.arg(++m_count));
}

QString StorePlace::meddle(const QString &address, const QStringList &statements)
{
    const ForeignConnection connection(address);
    for (const QString &statement : statements) {
        QSqlQuery query = connection.query();
        if (!query.exec(statement)) {
            return query.lastError().text();
        }
    }
    return {};
}

QStringList StorePlace::rows(const QString &address, const QString &sql)
{
    const ForeignConnection connection(address);
    QSqlQuery query = connection.query();
    QStringList lines;
    if (!query.exec(sql)) {
        return {query.lastError().text()};
    }
    while (query.next()) {
        QStringList values;
        for (int column = 0; column < query.record().count(); ++column) {
            values.append(query.value(column).toString());
        }
        lines.append(values.join(u" | "_s));
    }
    return lines;
}

} // namespace Porchlight
