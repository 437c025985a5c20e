// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/connection.h"

#include "store/sqlfailure.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>
#include <QVariant>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 ApplicationId = 0x50524c54; // "PRLT"
constexpr QLatin1StringView ServerScheme("postgresql");
constexpr std::chrono::seconds WatchPause(1);

} // namespace

Connection::~Connection()
{
    m_watch.reset();
    if (!m_name.isEmpty()) {
        database().close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

StoreResult<void> Connection::open(const QString &address)
{
    m_name = u"store-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QUrl(address).scheme() == ServerScheme ? openServer(address) : openFile(address);
}

StoreResult<void> Connection::openFile(const QString &path)
{
    m_dialect = &Dialect::sqlite();
    m_file = path;
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return fail(StoreError::CannotOpen, path);
    }
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    const bool isNew = !QFile::exists(path);
    if (!database.open()) {
        return std::unexpected(storeFailure(database.lastError()));
    }
    if (isNew) {
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    return checkFile().and_then([this](qint64 applicationId) -> StoreResult<void> {
        QStringList pragmas{u"pragma foreign_keys = on"_s,       u"pragma journal_mode = wal"_s,
                            u"pragma synchronous = full"_s,      u"pragma trusted_schema = off"_s,
                            u"pragma recursive_triggers = on"_s, u"pragma secure_delete = on"_s};
        // Writes even what is there already, and a store that turns out to be newer stays as it is.
        if (applicationId != ApplicationId) {
            pragmas.append(u"pragma application_id = %1"_s.arg(ApplicationId));
        }
        for (const QString &pragma : std::as_const(pragmas)) {
            if (const auto done = execute(pragma); !done) {
                return done;
            }
        }
        return {};
    });
}

// Before anything is written to it: is it a whole file, and ours or a new one?
StoreResult<qint64> Connection::checkFile()
{
    const auto applicationId = number(u"pragma application_id"_s);
    if (!applicationId) {
        return std::unexpected(applicationId.error());
    }
    const auto tables = number(m_dialect->countTables);
    if (!tables) {
        return std::unexpected(tables.error());
    }
    if (*applicationId != ApplicationId && (*applicationId != 0 || *tables != 0)) {
        return fail(StoreError::NotAStore, u"%1: application id %2"_s.arg(m_file).arg(*applicationId));
    }
    QSqlQuery check(database());
    if (!check.exec(u"pragma quick_check(1)"_s) || !check.next()) {
        return std::unexpected(storeFailure(check.lastError()));
    }
    const QString verdict = check.value(0).toString();
    if (verdict != u"ok") {
        return fail(StoreError::NotAStore, u"%1: %2"_s.arg(m_file, verdict));
    }
    return *applicationId;
}

StoreResult<void> Connection::openServer(const QString &address)
{
    m_dialect = &Dialect::postgresql();
    const QUrl url(address);
    const QUrlQuery query(url);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    const QString host = query.queryItemValue(u"host"_s, QUrl::FullyDecoded);
    database.setHostName(host.isEmpty() ? url.host() : host);
    const int port = query.queryItemValue(u"port"_s).toInt();
    database.setPort(url.port(port > 0 ? port : -1));
    database.setDatabaseName(url.path().sliced(url.path().isEmpty() ? 0 : 1));
    database.setUserName(url.userName());
    database.setPassword(url.password());
    database.setConnectOptions(u"connect_timeout=5"_s);
    if (!database.open()) {
        const Failure<StoreError> failure = storeFailure(database.lastError());
        return fail(StoreError::CannotOpen, failure.detail);
    }
    return execute(u"set lock_timeout = '5s'"_s).and_then([this] {
        return execute(u"set client_min_messages = error"_s);
    });
}

StoreResult<void> Connection::watchOthers(std::function<void()> notice)
{
    return isFile() ? watchFile(std::move(notice)) : watchServer(std::move(notice));
}

// The number is another one whenever a connection other than this has changed the file.
StoreResult<void> Connection::watchFile(std::function<void()> notice)
{
    const QString pragma = u"pragma data_version"_s;
    const auto first = number(pragma);
    if (!first) {
        return std::unexpected(first.error());
    }
    m_watch = std::make_unique<QTimer>();
    const auto look = [this, pragma, known = *first, notice = std::move(notice)]() mutable {
        const auto version = number(pragma);
        if (version && *version != known) {
            known = *version;
            notice();
        }
    };
    QObject::connect(m_watch.get(), &QTimer::timeout, m_watch.get(), look);
    m_watch->start(WatchPause);
    return {};
}

StoreResult<void> Connection::watchServer(std::function<void()> notice)
{
    QSqlDriver *driver = database().driver();
    const auto hear = [notice = std::move(notice)](const QString &, QSqlDriver::NotificationSource source) {
        if (source == QSqlDriver::OtherSource) {
            notice();
        }
    };
    QObject::connect(driver, &QSqlDriver::notification, driver, hear);
    if (!driver->subscribeToNotification(ChangeChannel)) {
        return std::unexpected(storeFailure(driver->lastError()));
    }
    return {};
}

StoreResult<void> Connection::execute(const QString &sql)
{
    QSqlQuery query(database());
    if (!query.exec(sql)) {
        return std::unexpected(storeFailure(query.lastError()));
    }
    return {};
}

void Connection::forgetDeleted()
{
    if (isFile()) {
        QSqlQuery(database()).exec(u"pragma wal_checkpoint(truncate)"_s);
    }
}

StoreResult<qint64> Connection::number(const QString &sql)
{
    QSqlQuery query(database());
    if (!query.exec(sql) || !query.next()) {
        return std::unexpected(storeFailure(query.lastError()));
    }
    return query.value(0).toLongLong();
}

StoreResult<void> Connection::begin()
{
    for (const QString &statement : m_dialect->beginWrite) {
        if (const auto done = execute(statement); !done) {
            rollback();
            return done;
        }
    }
    return {};
}

StoreResult<void> Connection::commit()
{
    return execute(u"commit"_s);
}

// Fails where the database has already rolled back by itself; then there is nothing left to do.
void Connection::rollback()
{
    QSqlQuery(database()).exec(u"rollback"_s);
}

WriteTransaction::WriteTransaction(Connection &connection)
    : m_connection(connection)
    , m_begun(connection.begin())
    , m_isOpen(m_begun.has_value())
{}

WriteTransaction::~WriteTransaction()
{
    if (m_isOpen) {
        m_connection.rollback();
    }
}

StoreResult<void> WriteTransaction::commit()
{
    StoreResult<void> done = m_connection.commit();
    m_isOpen = !done;
    return done;
}

} // namespace Porchlight
