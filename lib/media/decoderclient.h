// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decoderconnection.h"
#include "media/decodersettings.h"
#include "media/framesource.h"

#include <QThread>

#include <memory>
#include <optional>

namespace Porchlight {

/// One open clip, decoded by a confined process of its own. Bytes are read and pictures checked on a thread of the
/// client's own. The process ends when it has had no work for a while, and comes back with the next request; that is
/// nothing to hear of. If it dies, what it was working on fails with DecoderEnded, but for the picture on screen; it
/// is started once more with the clip open, and says then which packet it is at. A packet at which it ends twice is
/// left out; where none is to blame, the clip is unreadable the second time.
class DecoderClient final : public FrameSource
{
    Q_OBJECT

public:
    explicit DecoderClient(DecoderSettings settings = {}, QObject *parent = nullptr);
    ~DecoderClient() override;

    [[nodiscard]] MediaFuture<MediaSummary> open(std::unique_ptr<ByteSource> source, ClipWish wish = {}) override;
    [[nodiscard]] const std::optional<MediaSummary> &summary() const override { return m_summary; }
    [[nodiscard]] const FrameTable &table() const override { return m_table; }
    [[nodiscard]] const Waveform &waveform() const override { return m_waveform; }
    void requestFrame(qint64 number) override;
    [[nodiscard]] MediaFuture<DecodedFrame> frame(qint64 number, bool wantsDigest = false) override;
    [[nodiscard]] MediaFuture<QImage> thumbnail(qint64 number, int maximumWidth) override;
    [[nodiscard]] MediaFuture<QImage> provisionalThumbnail(qint64 number, int maximumWidth) override;
    [[nodiscard]] MediaFuture<QList<DecodedFrame>> proxies(qint64 first, qint64 count) override;
    [[nodiscard]] MediaFuture<SoundPart> sound(qint64 startMicroseconds, qint64 lengthMicroseconds) override;

    /// How many pictures came from the clip's copy and not from a process.
    [[nodiscard]] qint64 copiedPictures() const { return m_connection == nullptr ? 0 : m_connection->copiedPictures(); }

private:
    void connectAll();
    void post(DecoderJob job);
    [[nodiscard]] MediaFuture<QImage> askThumbnail(qint64 number, int maximumWidth, bool mayBeProvisional);
    void onOpened(const Result<MediaSummary, Failure<MediaError>> &result);

    DecoderSettings m_settings;
    QThread m_thread;
    DecoderConnection *m_connection = nullptr; ///< Lives on the thread and ends with it.
    std::optional<Answer<MediaSummary>> m_opening;
    std::optional<MediaSummary> m_summary;
    FrameTable m_table;
    Waveform m_waveform;
};

} // namespace Porchlight
