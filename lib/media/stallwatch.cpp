// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/stallwatch.h"

#include <QByteArray>
#include <QFile>

#include <ctime>
#include <sys/types.h>

namespace Porchlight {

namespace {

constexpr int MaximumExtensions = 4;

/// True for a process that waits for a processor or a disk, not for a message (proc_pid_stat(5): state after the name).
bool isHeldUp(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray line = file.readAll();
    const qsizetype name = line.lastIndexOf(')');
    const char state = name < 0 ? '\0' : line.mid(name + 1).trimmed().at(0);
    return state == 'R' || state == 'D';
}

std::chrono::nanoseconds processorTimeOf(qint64 process)
{
    clockid_t clock{};
    timespec used{};
    if (clock_getcpuclockid(static_cast<pid_t>(process), &clock) != 0 || clock_gettime(clock, &used) != 0) {
        return {};
    }
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

} // namespace

StallWatch::StallWatch()
{
    m_timer.setSingleShot(true);
    m_timer.setParent(this);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::onTimeout);
}

void StallWatch::watch(qint64 process, std::chrono::milliseconds limit)
{
    m_process = process;
    m_timer.setInterval(limit);
    restart();
}

void StallWatch::restart()
{
    m_extensions = 0;
    m_processorTime = processorTimeOf(m_process);
    m_timer.start();
}

void StallWatch::stop()
{
    m_timer.stop();
}

void StallWatch::onTimeout()
{
    const auto used = processorTimeOf(m_process) - m_processorTime;
    const bool wasStarved = used < m_timer.intervalAsDuration() / 2 * (m_extensions + 1);
    if (m_extensions < MaximumExtensions && wasStarved && isHeldUp(m_process)) {
        ++m_extensions;
        m_timer.start();
        return;
    }
    Q_EMIT stalled();
}

} // namespace Porchlight
