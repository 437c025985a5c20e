// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpgate.h"

#include "connectionguard.h"
#include "fileslicedevice.h"

#include <QHttpServerResponder>

#include <memory>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Well = QHttpHeaders::WellKnownHeader;

QStringList segmentsOf(const QUrl &url)
{
    QStringList segments;
    for (const QString &segment : url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts)) {
        segments.append(QUrl::fromPercentEncoding(segment.toLatin1()));
    }
    return segments;
}

/// Nothing is loaded from elsewhere, nothing is framed, nothing is kept by a cache, and no address tells another site
/// where a reader came from.
void addCommonHeaders(QHttpHeaders &headers)
{
    headers.append("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'self'; script-src "
                                              "'self'; connect-src 'self'; form-action 'self'; "
                                              "base-uri 'none'; frame-ancestors 'none'");
    headers.append("X-Content-Type-Options", "nosniff");
    headers.append("Referrer-Policy", "no-referrer");
    headers.append("Cross-Origin-Opener-Policy", "same-origin");
    headers.append("Cross-Origin-Resource-Policy", "same-origin");
    headers.append("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (!headers.contains(Well::CacheControl)) {
        headers.append(Well::CacheControl, "no-store");
    }
}

} // namespace

LimitedTcpServer::LimitedTcpServer(HttpLimits limits)
    : m_limits(limits)
{}

void LimitedTcpServer::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor) || m_connections >= m_limits.connections) {
        return;
    }
    ++m_connections;
    connect(socket.get(), &QObject::destroyed, this, [this] { --m_connections; });
    new ConnectionGuard(*socket, m_limits, m_bytesInFlight); // a child of the socket
    addPendingConnection(socket.release());
}

HttpGate::HttpGate(Site &site, HttpLimits limits)
    : m_site(site)
    , m_limits(limits)
{}

std::optional<quint16> HttpGate::listen(const QHostAddress &address, quint16 port, QString *whyNot)
{
    auto server = std::make_unique<LimitedTcpServer>(m_limits);
    if (!server->listen(address, port) || !bind(server.get())) {
        *whyNot = server->errorString();
        return std::nullopt;
    }
    return server.release()->serverPort(); // bind() made it a child of this
}

bool HttpGate::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const QHostAddress remote = request.remoteAddress();
    HttpAnswer answer = m_site.answer({.method = request.method(),
                                       .path = segmentsOf(request.url()),
                                       .query = request.query(),
                                       .headers = request.headers(),
                                       .body = request.body(),
                                       .isLocal = remote.isLoopback()});
    addCommonHeaders(answer.headers);
    if (request.method() == QHttpServerRequest::Method::Head) {
        answer.body.clear(); // RFC 9110, 9.3.2
    }
    if (!answer.type.isEmpty()) {
        answer.headers.append(Well::ContentType, answer.type);
    }
    const auto status = static_cast<QHttpServerResponder::StatusCode>(answer.status);
    if (answer.slice) {
        auto slice = std::make_unique<FileSliceDevice>(*answer.slice);
        if (slice->openSlice()) {
            responder.write(slice.release(), answer.headers, status); // the responder deletes it
            return true;
        }
        responder.write(QHttpServerResponder::StatusCode::InternalServerError);
        return true;
    }
    responder.write(answer.body, answer.headers, status);
    return true;
}

void HttpGate::missingHandler(const QHttpServerRequest & /*request*/, QHttpServerResponder &responder)
{
    responder.write(QHttpServerResponder::StatusCode::NotFound);
}

} // namespace Porchlight
