// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectionguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Of a refused body so much is read into nothing before the connection is closed hard.
constexpr qint64 PatienceBytes = qint64{4} * 1024 * 1024 * 1024;
constexpr QByteArrayView HeadEnd = "\r\n\r\n";

QByteArray refusal(const QByteArray &status, const QByteArray &title, const QByteArray &sentence)
{
    const QByteArray body = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                            "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
                            title + "</title><h1>" + title + "</h1><p>" + sentence + "</p></html>";
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nCache-Control: no-store\r\n"
           "Content-Security-Policy: default-src 'none'\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray tooLong(qint64 limit)
{
    return refusal("413 Content Too Large", "This clip is too large to be sent in one piece",
                   "Nothing was shared. One piece may have up to " + QByteArray::number(limit / 1024 / 1024) +
                       " MB. Allow the page's own script, which sends larger clips in parts, or shorten the clip. "
                       "Go back to try again.");
}

} // namespace

std::optional<AnnouncedBody> announcedBody(QByteArrayView head)
{
    AnnouncedBody body;
    for (const QByteArray &line : head.toByteArray().toLower().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(colon, 0)).trimmed();
        if (name == "content-length") {
            bool isNumber = false;
            body.length = line.sliced(colon + 1).trimmed().toLongLong(&isNumber);
            if (!isNumber || body.length < 0) {
                return std::nullopt;
            }
        }
        body.isChunked = body.isChunked || name == "transfer-encoding";
    }
    return body;
}

ConnectionGuard::ConnectionGuard(QTcpSocket &socket, HttpLimits limits, qint64 &bytesInFlight)
    : QObject(&socket)
    , m_socket(socket)
    , m_limits(limits)
    , m_bytesInFlight(bytesInFlight)
{
    m_silence.setInterval(std::chrono::seconds(limits.silenceSeconds));
    m_silence.start();
    connect(&m_silence, &QTimer::timeout, &socket, &QTcpSocket::abort);
    connect(&socket, &QTcpSocket::readyRead, this, &ConnectionGuard::takeBytes);
    connect(&socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::forget);
}

ConnectionGuard::~ConnectionGuard()
{
    m_bytesInFlight -= m_isRefused ? 0 : m_received;
}

void ConnectionGuard::takeBytes()
{
    m_silence.start();
    const qint64 arrived = m_socket.bytesAvailable();
    m_received += arrived;
    if (m_isRefused) {
        drain(arrived);
        return;
    }
    m_bytesInFlight += arrived;
    if (m_expected == 0) {
        takeHead(arrived);
    }
    if (!m_isRefused &&
        (m_received > m_limits.bodyBytes + m_limits.headerBytes || m_bytesInFlight > m_limits.bytesInFlight)) {
        m_socket.abort();
    }
}

void ConnectionGuard::takeHead(qint64 arrived)
{
    m_head += m_socket.peek(std::min(arrived, m_limits.headerBytes));
    const qsizetype end = m_head.indexOf(HeadEnd);
    if (end < 0) {
        if (m_head.size() >= m_limits.headerBytes) {
            m_socket.abort();
        }
        return;
    }
    const std::optional<AnnouncedBody> body = announcedBody(QByteArrayView(m_head).first(end));
    if (!body) {
        m_socket.abort();
        return;
    }
    m_expected = end + HeadEnd.size() + body->length;
    if (body->isChunked) {
        refuse(Refusal::WithoutLength);
    } else if (body->length > m_limits.bodyBytes) {
        refuse(Refusal::TooLong);
    }
}

void ConnectionGuard::refuse(Refusal why)
{
    m_isRefused = true;
    m_bytesInFlight -= m_received;
    // The HTTP server hears no more of this connection but its end.
    QObject::disconnect(&m_socket, &QTcpSocket::readyRead, nullptr, nullptr);
    connect(&m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::takeBytes);
    m_socket.write(why == Refusal::TooLong
                       ? tooLong(m_limits.bodyBytes)
                       : refusal("411 Length Required", "The length is missing", "A request must say how long it is."));
    drain(m_socket.bytesAvailable());
}

void ConnectionGuard::drain(qint64 arrived)
{
    m_socket.skip(arrived);
    if (m_received > PatienceBytes) {
        m_socket.abort();
    } else if (m_received >= m_expected) {
        m_socket.disconnectFromHost();
    }
}

void ConnectionGuard::forget()
{
    m_silence.start();
    const bool isWhole = m_expected > 0 && m_received >= m_expected;
    if (!m_isRefused && isWhole) { // else it was "100 Continue"
        m_bytesInFlight -= m_received;
        m_received = 0;
        m_expected = 0;
        m_head.clear();
    }
}

} // namespace Porchlight
