// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/httpsession.h"

#include <QTimer>

namespace Porchlight {

/// Brings the bytes of one offer into a sink. A broken line is taken up again with a range (RFC 9110, 14.2) from the
/// byte after the last one that arrived; it gives up after several tries in a row that brought nothing. Lives on the
/// network thread and deletes itself when its promise is kept.
class ClipDownload final : public QObject
{
    Q_OBJECT

public:
    using Promise = QPromise<ExchangeResult<qint64>>;

    ClipDownload(HttpSession &session, const ClipOffer &offer, ByteSink &sink, Promise promise);
    void start();

private:
    void ask();
    void takeHeaders();
    void takeBytes();
    void takeEnd();
    void goOnLater(const Failure<ExchangeError> &failure);
    void stopWith(const Failure<ExchangeError> &failure);
    void end(ExchangeResult<qint64> result);
    [[nodiscard]] bool isRangeAsAsked() const;

    HttpSession &m_session;
    ByteSink &m_sink;
    Promise m_promise;
    QTimer m_watch; ///< Looks whether the promise was cancelled while nothing arrives.
    QString m_path;
    QByteArray m_entityTag;
    qint64 m_size;
    qint64 m_received = 0;
    int m_emptyTries = 0;
    bool m_isAccepted = false; ///< The status line of the present reply was as asked.
    bool m_isOver = false;
    QNetworkReply *m_reply = nullptr;
};

} // namespace Porchlight
