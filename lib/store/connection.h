// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/dialect.h"
#include "store/storeerror.h"

#include <QSqlDatabase>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

namespace Porchlight {

/// One open database, on the thread that opened it.
class Connection
{
public:
    Connection() = default;
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// See StoreOptions::address.
    [[nodiscard]] StoreResult<void> open(const QString &address);

    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }
    [[nodiscard]] bool isFile() const { return !m_file.isEmpty(); }
    /// The SQLite file; empty on a server.
    [[nodiscard]] const QString &file() const { return m_file; }

    /// One statement without values.
    [[nodiscard]] StoreResult<void> execute(const QString &sql);
    /// What was deleted is not left in the files either, as far as this program can see to it: the log of a file is
    /// emptied, unless another program is reading it. A server has its own ways.
    void forgetDeleted();
    /// The first value of the first row.
    [[nodiscard]] StoreResult<qint64> number(const QString &sql);

    [[nodiscard]] StoreResult<void> begin();
    [[nodiscard]] StoreResult<void> commit();
    void rollback();

    /// Calls `notice` on this thread after another connection has committed: on a server when it says so, on a file
    /// within a second, because one has to look.
    [[nodiscard]] StoreResult<void> watchOthers(std::function<void()> notice);

private:
    [[nodiscard]] StoreResult<void> watchFile(std::function<void()> notice);
    [[nodiscard]] StoreResult<void> watchServer(std::function<void()> notice);
    [[nodiscard]] StoreResult<void> openFile(const QString &path);
    /// The application id of the file.
    [[nodiscard]] StoreResult<qint64> checkFile();
    [[nodiscard]] StoreResult<void> openServer(const QString &address);

    QString m_name;
    QString m_file;
    const Dialect *m_dialect = &Dialect::sqlite();
    std::unique_ptr<QTimer> m_watch;
};

/// A transaction that is rolled back unless it was committed.
class WriteTransaction
{
public:
    explicit WriteTransaction(Connection &connection);
    ~WriteTransaction();
    Q_DISABLE_COPY_MOVE(WriteTransaction)

    /// Whether it could be begun.
    [[nodiscard]] const StoreResult<void> &begun() const { return m_begun; }
    [[nodiscard]] StoreResult<void> commit();

private:
    Connection &m_connection;
    StoreResult<void> m_begun;
    bool m_isOpen;
};

} // namespace Porchlight
