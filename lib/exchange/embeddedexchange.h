// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/exchangeerror.h"
#include "exchange/httpexchangeclient.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace Porchlight {

/// Runs porchlight-exchange as a child of this program on a loopback port, for as long as this object lives. A crash
/// is answered by starting it again on the same port, a few times; each change is told by `stateChanged`.
class EmbeddedExchange final : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Running, Restarting, Failed };
    Q_ENUM(State)

    struct Options
    {
        QString program;       ///< Empty: porchlight-exchange beside the running program.
        QString dataDirectory; ///< The exchange's own folder; made when it is missing.
        bool isOnLan = false;  ///< Residents' pages on every network of this computer.
        bool hasDemoResidents = false;
        QString demoClips; ///< Folder of the clips demo residents share; empty for the program's default.
    };

    explicit EmbeddedExchange(Options options, QObject *parent = nullptr);
    ~EmbeddedExchange() override;

    /// Starts the program; `stateChanged` tells how that went.
    void start();
    /// Asks the program to end and lets it go.
    void stop();
    /// Starts again with the residents' pages on every network, or on this computer only.
    void setOnLan(bool isOnLan);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOnLan() const { return m_options.isOnLan; }
    /// Where the police side is reached; valid while Running.
    [[nodiscard]] ExchangeEndpoint endpoint() const { return m_endpoint; }
    /// Where residents on the same network reach it; empty unless on the LAN.
    [[nodiscard]] QUrl lanUrl() const { return m_lanUrl; }
    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    /// Why it failed or was restarted, for the log and the sentence.
    [[nodiscard]] Failure<ExchangeError> lastFailure() const { return m_lastFailure; }

Q_SIGNALS:
    void stateChanged(Porchlight::EmbeddedExchange::State state);

private:
    void launch();
    void readAnnouncement();
    void noteEnd(const QString &why);
    void enter(State state);

    Options m_options;
    std::unique_ptr<QProcess> m_process;
    QTimer m_startLimit;
    State m_state = State::Stopped;
    ExchangeEndpoint m_endpoint;
    QUrl m_lanUrl;
    Failure<ExchangeError> m_lastFailure{.code = ExchangeError::CouldNotStart, .detail = {}};
    QByteArray m_announcement;
    int m_restarts = 0;
    bool m_isMoving = false; ///< It ends because it was asked to start elsewhere.
    int m_port = 0;
};

} // namespace Porchlight
