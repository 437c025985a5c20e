// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/decoderclient.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int LargestThumbnail = 320;
constexpr qint64 LongestSound = 10'000'000;
// At once: some 5 MB.
constexpr qint64 MostProxies = 64;

} // namespace

DecoderClient::DecoderClient(DecoderSettings settings, QObject *parent)
    : FrameSource(parent)
    , m_settings(std::move(settings))
{
    m_thread.setObjectName(u"decoder"_s);
}

DecoderClient::~DecoderClient()
{
    // At most one read of the clip's bytes is waited for.
    m_thread.quit();
    m_thread.wait();
}

MediaFuture<MediaSummary> DecoderClient::open(std::unique_ptr<ByteSource> source, ClipWish wish)
{
    Answer<MediaSummary> answer;
    MediaFuture<MediaSummary> future = answer.future();
    if (m_connection != nullptr || !source) {
        return future; // Answered with Closed.
    }
    m_opening.emplace(std::move(answer));
    m_connection = new DecoderConnection(m_settings, std::move(source), std::move(wish));
    m_connection->moveToThread(&m_thread);
    connectAll();
    m_thread.start();
    QMetaObject::invokeMethod(m_connection, &DecoderConnection::start, Qt::QueuedConnection);
    return future;
}

void DecoderClient::connectAll()
{
    connect(&m_thread, &QThread::finished, m_connection, &QObject::deleteLater);
    connect(m_connection, &DecoderConnection::opened, this, &DecoderClient::onOpened);
    connect(m_connection, &DecoderConnection::rowsCame, this, [this](const QList<FrameRow> &rows) {
        const qint64 first = m_table.size();
        m_table.append(rows);
        Q_EMIT framesAdded(first, rows.size());
    });
    connect(m_connection, &DecoderConnection::rowsExpected, this, [this](const QList<FrameRow> &rows) {
        if (!m_table.isComplete()) {
            m_table.expect(rows);
            Q_EMIT framesExpected();
        }
    });
    connect(m_connection, &DecoderConnection::tableEnded, this, [this](bool isDamaged, bool isKept) {
        m_table.complete(isDamaged, isKept);
        Q_EMIT tableCompleted();
    });
    connect(m_connection, &DecoderConnection::proxiesEnded, this, &FrameSource::proxiesCompleted);
    connect(m_connection, &DecoderConnection::waveCame, this, [this](const Waveform &waveform) {
        m_waveform = waveform;
        Q_EMIT waveformReady();
    });
    connect(m_connection, &DecoderConnection::copyEnded, this, &FrameSource::copyCompleted);
    connect(m_connection, &DecoderConnection::proxyCame, this, &FrameSource::proxyReady);
    connect(m_connection, &DecoderConnection::pictureCame, this, &FrameSource::frameReady);
    connect(m_connection, &DecoderConnection::pictureFailed, this, &FrameSource::frameFailed);
    connect(m_connection, &DecoderConnection::restarted, this, &FrameSource::decoderRestarted);
    connect(m_connection, &DecoderConnection::packetLeftOut, this, &FrameSource::packetLeftOut);
    connect(m_connection, &DecoderConnection::ended, this, &FrameSource::clipFailed);
}

void DecoderClient::onOpened(const Result<MediaSummary, Failure<MediaError>> &result)
{
    if (result) {
        m_summary = *result;
    }
    if (m_opening) {
        m_opening->give(result);
        m_opening.reset();
    }
}

void DecoderClient::requestFrame(qint64 number)
{
    post(ScreenJob{number});
}

MediaFuture<DecodedFrame> DecoderClient::frame(qint64 number, bool wantsDigest)
{
    FrameJob job{.number = number, .wantsDigest = wantsDigest, .answer = {}};
    MediaFuture<DecodedFrame> future = job.answer.future();
    post(std::move(job));
    return future;
}

MediaFuture<QImage> DecoderClient::thumbnail(qint64 number, int maximumWidth)
{
    return askThumbnail(number, maximumWidth, false);
}

MediaFuture<QImage> DecoderClient::provisionalThumbnail(qint64 number, int maximumWidth)
{
    return askThumbnail(number, maximumWidth, true);
}

MediaFuture<QImage> DecoderClient::askThumbnail(qint64 number, int maximumWidth, bool mayBeProvisional)
{
    ThumbnailJob job{.number = number,
                     .maximumWidth = std::clamp(maximumWidth, 1, LargestThumbnail),
                     .mayBeProvisional = mayBeProvisional,
                     .answer = {}};
    MediaFuture<QImage> future = job.answer.future();
    post(std::move(job));
    return future;
}

MediaFuture<QList<DecodedFrame>> DecoderClient::proxies(qint64 first, qint64 count)
{
    Answer<QList<DecodedFrame>> answer;
    MediaFuture<QList<DecodedFrame>> future = answer.future();
    if (m_connection != nullptr) {
        auto ask = [connection = m_connection, first, count, answer = std::move(answer)]() mutable {
            connection->giveProxies(first, std::min(count, MostProxies), answer);
        };
        QMetaObject::invokeMethod(m_connection, std::move(ask), Qt::QueuedConnection);
    }
    return future;
}

MediaFuture<SoundPart> DecoderClient::sound(qint64 startMicroseconds, qint64 lengthMicroseconds)
{
    SoundJob job{.startMicroseconds = startMicroseconds,
                 .lengthMicroseconds = std::clamp<qint64>(lengthMicroseconds, 0, LongestSound),
                 .answer = {}};
    MediaFuture<SoundPart> future = job.answer.future();
    post(std::move(job));
    return future;
}

/// A job that is dropped answers for itself.
void DecoderClient::post(DecoderJob job)
{
    if (m_connection == nullptr) {
        return;
    }
    QMetaObject::invokeMethod(
        m_connection, [connection = m_connection, job = std::move(job)]() mutable { connection->take(std::move(job)); },
        Qt::QueuedConnection);
}

} // namespace Porchlight
