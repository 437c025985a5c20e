// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/store/postgrescluster.h"

#include <QFile>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int StartTimeout = 60'000;

bool isRoot()
{
    return geteuid() == 0;
}

} // namespace

PostgresCluster::PostgresCluster()
    : m_binaries(u"/usr/lib/postgresql/17/bin/"_s)
{}

PostgresCluster::~PostgresCluster()
{
    if (m_server.state() != QProcess::NotRunning) {
        m_server.terminate();
        m_server.waitForFinished(StartTimeout);
    }
}

void PostgresCluster::prepare(QProcess &process, const QString &program, const QStringList &arguments) const
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    if (isRoot()) {
        process.setProgram(u"setpriv"_s);
        process.setArguments(
            QStringList{u"--reuid=postgres"_s, u"--regid=postgres"_s, u"--clear-groups"_s, m_binaries + program} +
            arguments);
        return;
    }
    process.setProgram(m_binaries + program);
    process.setArguments(arguments);
}

QString PostgresCluster::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    prepare(process, program, arguments);
    process.start();
    if (!process.waitForFinished(StartTimeout) || process.exitCode() != 0) {
        return program + u": "_s + QString::fromLocal8Bit(process.readAll()) + process.errorString();
    }
    return {};
}

QString PostgresCluster::start()
{
    if (isRoot()) {
        const passwd *user = getpwnam("postgres");
        if (user == nullptr || chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) != 0) {
            return u"There is no user postgres to run the server as."_s;
        }
    }
    const QString data = m_folder.filePath(u"data"_s);
    const QString made = run(u"initdb"_s, {u"--no-sync"_s, u"--auth=trust"_s, u"--username=porchlight"_s,
                                           u"--encoding=UTF8"_s, u"--locale=C"_s, u"-D"_s, data});
    if (!made.isEmpty()) {
        return made;
    }
    prepare(m_server, u"postgres"_s,
            {u"-D"_s, data, u"-k"_s, m_folder.path(), u"-c"_s, u"listen_addresses="_s, u"-c"_s, u"fsync=off"_s});
    m_server.start();
    QString answer;
    const bool isUp = QTest::qWaitFor(
        [&] {
            answer = run(u"psql"_s, {u"-h"_s, m_folder.path(), u"-U"_s, u"porchlight"_s, u"-d"_s, u"postgres"_s,
                                     u"-c"_s, u"select 1"_s});
            return answer.isEmpty();
        },
        StartTimeout);
    return isUp ? QString() : answer + QString::fromLocal8Bit(m_server.readAll());
}

QString PostgresCluster::createDatabase()
{
    const QString name = u"store%1"_s.arg(++m_count);
    const QString made = run(u"psql"_s, {u"-h"_s, m_folder.path(), u"-U"_s, u"porchlight"_s, u"-d"_s, u"postgres"_s,
                                         u"-c"_s, u"create database "_s + name});
    return made.isEmpty() ? u"postgresql://porchlight@/%1?host=%2"_s.arg(name, m_folder.path()) : made;
}

} // namespace Porchlight
