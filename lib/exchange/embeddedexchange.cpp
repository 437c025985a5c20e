// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/embeddedexchange.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::chrono::seconds StartLimit{20};
constexpr int MostRestarts = 3;
constexpr qsizetype LongestAnnouncement = 4096;

QString programBeside(const QString &chosen)
{
    return chosen.isEmpty() ? QCoreApplication::applicationDirPath() + u"/porchlight-exchange"_s : chosen;
}

} // namespace

EmbeddedExchange::EmbeddedExchange(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_process(std::make_unique<QProcess>())
{
    m_startLimit.setSingleShot(true);
    m_startLimit.setInterval(StartLimit);
    m_process->setProgram(programBeside(m_options.program));
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &EmbeddedExchange::readAnnouncement);
    connect(m_process.get(), &QProcess::finished, this,
            [this](int code) { noteEnd(u"it ended with exit code %1"_s.arg(code)); });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            noteEnd(m_process->errorString());
        }
    });
    connect(&m_startLimit, &QTimer::timeout, m_process.get(), &QProcess::kill);
}

EmbeddedExchange::~EmbeddedExchange()
{
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        return;
    }
    // Let go, not awaited: it ends when its standard input closes, whether or not an event loop still runs here.
    QProcess *ending = m_process.release();
    connect(ending, &QProcess::finished, ending, &QObject::deleteLater);
    ending->closeWriteChannel();
    ending->terminate();
}

void EmbeddedExchange::start()
{
    m_restarts = 0;
    enter(State::Starting);
    launch();
}

void EmbeddedExchange::stop()
{
    enter(State::Stopped);
    m_startLimit.stop();
    m_process->closeWriteChannel();
    m_process->terminate();
}

void EmbeddedExchange::setOnLan(bool isOnLan)
{
    if (m_options.isOnLan == isOnLan) {
        return;
    }
    m_options.isOnLan = isOnLan;
    if (m_process->state() == QProcess::NotRunning) {
        return;
    }
    m_isMoving = true;
    enter(State::Restarting);
    m_process->closeWriteChannel();
    m_process->terminate();
}

void EmbeddedExchange::launch()
{
    if (m_state == State::Stopped) {
        return;
    }
    QStringList arguments{u"--with-parent"_s, u"--data-dir"_s, m_options.dataDirectory, u"--port"_s,
                          QString::number(m_port)};
    if (m_options.isOnLan) {
        arguments += u"--lan"_s;
    }
    if (m_options.hasDemoResidents) {
        arguments += u"--demo"_s;
    }
    if (!m_options.demoClips.isEmpty()) {
        arguments += {u"--demo-clips"_s, m_options.demoClips};
    }
    m_announcement.clear();
    m_process->setArguments(arguments);
    m_process->start();
    m_startLimit.start();
}

void EmbeddedExchange::readAnnouncement()
{
    m_announcement += m_process->readAllStandardOutput();
    const qsizetype end = m_announcement.indexOf('\n');
    if (end < 0) {
        if (m_announcement.size() > LongestAnnouncement) {
            m_process->kill();
        }
        return;
    }
    const QJsonObject said = QJsonDocument::fromJson(m_announcement.left(end)).object();
    const QUrl url(said.value("url"_L1).toString());
    const QString token = said.value("token"_L1).toString();
    if (m_state == State::Running || m_state == State::Stopped || !url.isValid() || token.isEmpty()) {
        return;
    }
    m_startLimit.stop();
    m_port = url.port();
    m_endpoint = {.url = url, .token = token.toLatin1()};
    m_lanUrl = QUrl(said.value("lanUrl"_L1).toString());
    enter(State::Running);
}

void EmbeddedExchange::noteEnd(const QString &why)
{
    m_startLimit.stop();
    if (m_state == State::Stopped) {
        return;
    }
    const bool isAskedFor = std::exchange(m_isMoving, false);
    m_lastFailure = {.code = ExchangeError::CouldNotStart, .detail = isAskedFor ? QString() : why};
    if (!isAskedFor && ++m_restarts > MostRestarts) {
        enter(State::Failed);
        return;
    }
    if (m_state != State::Running && !isAskedFor) {
        m_port = 0; // the port of the last time may be another program's by now
    }
    enter(State::Restarting);
    // Behind the signal of the process that has just ended.
    QMetaObject::invokeMethod(this, &EmbeddedExchange::launch, Qt::QueuedConnection);
}

void EmbeddedExchange::enter(State state)
{
    if (m_state == state) {
        return;
    }
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace Porchlight
