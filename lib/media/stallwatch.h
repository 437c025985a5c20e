// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Porchlight {

/// Says when a process has made no progress for too long. A process that wants to run and is not let, on a machine with
/// more urgent work, gets more time.
class StallWatch : public QObject
{
    Q_OBJECT

public:
    StallWatch();

    void watch(qint64 process, std::chrono::milliseconds limit);
    /// The process has got on: the time starts anew.
    void restart();
    void stop();

Q_SIGNALS:
    void stalled();

private:
    void onTimeout();

    QTimer m_timer;
    qint64 m_process = -1;
    std::chrono::nanoseconds m_processorTime{0}; ///< What the process had used when the time started.
    int m_extensions = 0;
};

} // namespace Porchlight
