// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpgate.h"

#include <QTcpSocket>
#include <QTimer>

namespace Porchlight {

/// Watches one connection from before the HTTP server sees its bytes: counts what has come since the last answer, and
/// ends what goes beyond the limits or stands still.
class ConnectionGuard final : public QObject
{
    Q_OBJECT

public:
    /// `bytesInFlight` is the sum over all connections; it must outlive the socket.
    ConnectionGuard(QTcpSocket &socket, HttpLimits limits, qint64 &bytesInFlight);
    ~ConnectionGuard() override;

private:
    enum class Refusal { TooLong, WithoutLength };

    void takeBytes();
    void takeHead(qint64 arrived);
    void refuse(Refusal why);
    void drain(qint64 arrived);
    void forget();

    QTcpSocket &m_socket;
    HttpLimits m_limits;
    qint64 &m_bytesInFlight;
    QTimer m_silence;
    QByteArray m_head;     ///< What has come of the header block of this request.
    qint64 m_received = 0; ///< Of this request.
    qint64 m_expected = 0; ///< Of this request, as its header block announces; 0 until that is whole.
    bool m_isRefused = false;
};

/// What a whole header block says of the body that follows it.
struct AnnouncedBody
{
    qint64 length = 0;
    bool isChunked = false; ///< Its length is not announced.
};

/// None for a content length that is no number.
[[nodiscard]] std::optional<AnnouncedBody> announcedBody(QByteArrayView head);

} // namespace Porchlight
