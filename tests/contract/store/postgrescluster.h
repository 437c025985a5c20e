// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Porchlight {

/// A PostgreSQL of the test's own: new, on a socket in a temporary folder and on no port, gone afterwards. The server
/// refuses to run as root, so root runs it as the user postgres.
class PostgresCluster
{
public:
    PostgresCluster();
    ~PostgresCluster();
    Q_DISABLE_COPY_MOVE(PostgresCluster)

    /// What went wrong; empty once it answers.
    [[nodiscard]] QString start();
    /// The address of a new, empty database.
    [[nodiscard]] QString createDatabase();

private:
    [[nodiscard]] QString run(const QString &program, const QStringList &arguments) const;
    void prepare(QProcess &process, const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_binaries;
    QProcess m_server;
    int m_count = 0;
};

} // namespace Porchlight
