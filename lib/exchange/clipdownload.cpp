// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange/clipdownload.h"

#include "core/digesttext.h"
#include "exchange/exchangewire.h"

#include <QNetworkReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 ReadBuffer = qint64{1024} * 1024;
constexpr std::chrono::milliseconds WatchInterval{200};
constexpr int ProgressSteps = 1000;
constexpr int StatusOk = 200;
constexpr int StatusPartialContent = 206;
constexpr int LongestDoubling = 6;

} // namespace

ClipDownload::ClipDownload(HttpSession &session, const ClipOffer &offer, ByteSink &sink, Promise promise)
    : QObject(&session)
    , m_session(session)
    , m_sink(sink)
    , m_promise(std::move(promise))
    , m_path(u"api/v1/offers/"_s + offer.id.toString() + u"/clip"_s)
    , m_entityTag('"' + digestToString(offer.digest).toLatin1() + '"')
    , m_size(offer.size)
{
    m_watch.setInterval(WatchInterval);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        if (m_promise.isCanceled()) {
            stopWith({.code = ExchangeError::Unreachable, .detail = u"cancelled"_s});
        }
    });
}

void ClipDownload::start()
{
    m_promise.setProgressRange(0, ProgressSteps);
    m_watch.start();
    ask();
}

void ClipDownload::ask()
{
    std::optional<QNetworkRequest> request = m_session.requestTo(m_path);
    if (!request) {
        goOnLater({.code = ExchangeError::Unreachable, .detail = u"no exchange is running"_s});
        return;
    }
    request->setRawHeader("Range", "bytes=" + QByteArray::number(m_received) + '-');
    request->setRawHeader("If-Range", m_entityTag);
    m_isAccepted = false;
    m_reply = m_session.network().get(*request);
    m_reply->setReadBufferSize(ReadBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ClipDownload::takeHeaders);
    connect(m_reply, &QIODevice::readyRead, this, &ClipDownload::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &ClipDownload::takeEnd);
}

bool ClipDownload::isRangeAsAsked() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == StatusOk) {
        return m_received == 0;
    }
    const QByteArray expected = "bytes " + QByteArray::number(m_received) + '-' + QByteArray::number(m_size - 1) + '/' +
                                QByteArray::number(m_size);
    return status == StatusPartialContent && m_reply->rawHeader("Content-Range") == expected;
}

void ClipDownload::takeHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != StatusOk && status != StatusPartialContent) {
        return; // takeEnd() reads what the exchange says of it.
    }
    if (!isRangeAsAsked()) {
        stopWith({.code = ExchangeError::MalformedAnswer, .detail = u"other bytes than were asked for"_s});
        return;
    }
    m_isAccepted = true;
}

void ClipDownload::takeBytes()
{
    if (!m_isAccepted || m_isOver) {
        return;
    }
    if (m_promise.isCanceled()) {
        stopWith({.code = ExchangeError::Unreachable, .detail = u"cancelled"_s});
        return;
    }
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty()) {
        return;
    }
    if (bytes.size() > m_size - m_received) {
        stopWith({.code = ExchangeError::MalformedAnswer, .detail = u"more bytes than were offered"_s});
        return;
    }
    if (const auto written = m_sink.write(bytes); !written) {
        stopWith({.code = ExchangeError::SinkFailed, .detail = written.error().detail});
        return;
    }
    m_received += bytes.size();
    m_emptyTries = 0;
    m_promise.setProgressValue(static_cast<int>(m_received * ProgressSteps / m_size));
}

void ClipDownload::takeEnd()
{
    takeBytes();
    if (m_isOver) {
        return;
    }
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    if (m_received == m_size) {
        end(m_received);
        return;
    }
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWithoutStatus = status == 0;
    const bool isCut = m_isAccepted || isWithoutStatus;
    const Failure<ExchangeError> failure =
        isCut ? failureOfConnection(*reply) : failureOfStatus(status, readProblem(reply->read(ReadBuffer)));
    if (!isCut && failure.code != ExchangeError::Busy) {
        end(std::unexpected(failure));
        return;
    }
    goOnLater(failure);
}

void ClipDownload::goOnLater(const Failure<ExchangeError> &failure)
{
    ++m_emptyTries;
    const HttpExchangeClient::Limits &limits = m_session.limits();
    if (m_emptyTries >= limits.downloadAttempts) {
        end(std::unexpected(failure));
        return;
    }
    QTimer::singleShot(limits.pause * (1 << std::min(m_emptyTries - 1, LongestDoubling)), this, &ClipDownload::ask);
}

void ClipDownload::stopWith(const Failure<ExchangeError> &failure)
{
    m_isOver = true;
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr); reply != nullptr) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    end(std::unexpected(failure));
}

void ClipDownload::end(ExchangeResult<qint64> result)
{
    m_isOver = true;
    m_watch.stop();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace Porchlight
