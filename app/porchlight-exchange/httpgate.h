// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpmessage.h"

#include <QAbstractHttpServer>
#include <QHostAddress>
#include <QTcpServer>

namespace Porchlight {

/// What one connection may send. Qt HTTP Server 6.8 keeps whole bodies in memory and has no limits of its own.
struct HttpLimits
{
    qint64 headerBytes = 32 * 1024;
    qint64 bodyBytes = qint64{128} * 1024 * 1024;     ///< Of one request.
    qint64 bytesInFlight = qint64{512} * 1024 * 1024; ///< Of all requests together.
    int connections = 128;
    int silenceSeconds = 60; ///< A connection without a byte for so long is closed.
};

/// Listens and keeps each connection within the limits. A request that says it is too long is answered with 413 and a
/// sentence at once, and the rest of it is read into nothing, so that browsers show the sentence.
class LimitedTcpServer final : public QTcpServer
{
    Q_OBJECT

public:
    explicit LimitedTcpServer(HttpLimits limits);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    HttpLimits m_limits;
    qint64 m_bytesInFlight = 0;
    int m_connections = 0;

    friend class ConnectionGuard;
};

/// Hands each request to the site and each answer back, with the headers that every answer has.
class HttpGate final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    HttpGate(Site &site, HttpLimits limits);

    /// The port it listens on, or none with the reason in `whyNot`.
    [[nodiscard]] std::optional<quint16> listen(const QHostAddress &address, quint16 port, QString *whyNot);

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;

private:
    Site &m_site;
    HttpLimits m_limits;
};

} // namespace Porchlight
