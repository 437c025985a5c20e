// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "core/failure.h"
#include "core/result.h"
#include "media/decodedframe.h"
#include "media/decodersettings.h"
#include "media/frametable.h"
#include "media/mediaerror.h"
#include "media/mediasummary.h"
#include "media/soundpart.h"

#include <QFuture>
#include <QImage>
#include <QObject>

#include <memory>
#include <optional>

namespace Porchlight {

template <typename T>
using MediaFuture = QFuture<Result<T, Failure<MediaError>>>;

/// One open clip, decoded by a confined process of its own. Everything is asynchronous and nothing blocks: bytes are
/// read and pictures checked on a thread of the client's own. If the process dies, pending requests fail with
/// DecoderEnded, it is started once more with the clip open at the same place; the second time the clip is unreadable.
class DecoderClient : public QObject
{
    Q_OBJECT

public:
    explicit DecoderClient(DecoderSettings settings = {}, QObject *parent = nullptr);
    ~DecoderClient() override;

    /// Opens a clip; once in the life of a client. The frame table follows in parts (`framesAdded`).
    [[nodiscard]] MediaFuture<MediaSummary> open(std::unique_ptr<ByteSource> source, ClipWish wish = {});

    /// Null until the clip is open.
    [[nodiscard]] const std::optional<MediaSummary> &summary() const { return m_summary; }
    /// What is known of the frames so far.
    [[nodiscard]] const FrameTable &table() const { return m_table; }

    /// Asks for the picture on screen. The newest request wins: an older one that is not yet answered is dropped
    /// without a word. The answer is `frameReady` or `frameFailed`.
    void requestFrame(qint64 number);

    /// These are all answered, in order.
    [[nodiscard]] MediaFuture<DecodedFrame> frame(qint64 number, bool wantsDigest = false);
    /// A small RGB picture, at most `maximumWidth` (up to 320) wide, in the shape of the stored pixels.
    [[nodiscard]] MediaFuture<QImage> thumbnail(qint64 number, int maximumWidth);
    /// At most ten seconds at once. To be asked only where sound was consented to.
    [[nodiscard]] MediaFuture<SoundPart> sound(qint64 startMicroseconds, qint64 lengthMicroseconds);

Q_SIGNALS:
    void framesAdded(qint64 first, qint64 count);
    /// Every frame has been counted; `table().isDamaged()` says whether the file ended early.
    void tableCompleted();
    void frameReady(const Porchlight::DecodedFrame &frame);
    void frameFailed(qint64 number, const Porchlight::Failure<Porchlight::MediaError> &failure);
    /// The decoder died and has been started again with the clip open.
    void decoderRestarted();
    /// The clip cannot be shown any more: nothing will be answered but with this.
    void clipFailed(const Porchlight::Failure<Porchlight::MediaError> &failure);

private:
    std::optional<MediaSummary> m_summary;
    FrameTable m_table;
};

} // namespace Porchlight
