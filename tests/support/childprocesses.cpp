// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/childprocesses.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Porchlight {

QList<pid_t> childProcesses()
{
    QList<pid_t> found;
    const QString own = QString::number(getpid());
    const QStringList tasks = QDir(u"/proc/%1/task"_s.arg(own)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &task : tasks) {
        QFile file(u"/proc/%1/task/%2/children"_s.arg(own, task));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &word : file.readAll().split(' ')) {
                if (word.toInt() > 0) {
                    found.append(word.toInt());
                }
            }
        }
    }
    return found;
}

} // namespace Porchlight
