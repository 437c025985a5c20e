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
#include "media/waveform.h"

#include <QFuture>
#include <QImage>
#include <QObject>

#include <memory>
#include <optional>

namespace Porchlight {

template <typename T>
using MediaFuture = QFuture<Result<T, Failure<MediaError>>>;

/// Frames, sound and the frame table of one open clip, whoever decodes it: DecoderClient with its confined process, or
/// a fake in tests. Everything is asynchronous and nothing blocks.
class FrameSource : public QObject
{
    Q_OBJECT

public:
    /// Opens a clip; once in the life of a source. The frame table follows in parts (`framesAdded`).
    [[nodiscard]] virtual MediaFuture<MediaSummary> open(std::unique_ptr<ByteSource> source, ClipWish wish = {}) = 0;

    /// Null until the clip is open.
    [[nodiscard]] virtual const std::optional<MediaSummary> &summary() const = 0;
    /// What is known of the frames so far.
    [[nodiscard]] virtual const FrameTable &table() const = 0;

    /// Empty until `waveformReady`, which comes only where one was wished and there is sound.
    [[nodiscard]] virtual const Waveform &waveform() const = 0;

    /// Asks for the picture on screen. The newest request wins: older ones that have not been begun are dropped without
    /// a word. One that has been begun is still answered, so that pictures follow while somebody drags. The answer is
    /// `frameReady` or `frameFailed`. A frame that has not been seen yet comes by its provisional row, and says so.
    virtual void requestFrame(qint64 number) = 0;

    /// These are all answered, in order, and never with a provisional frame. A future that is cancelled is taken back:
    /// its work is stopped or not begun.
    [[nodiscard]] virtual MediaFuture<DecodedFrame> frame(qint64 number, bool wantsDigest = false) = 0;
    /// A small RGB picture, at most `maximumWidth` (up to 320) wide, in the shape of the stored pixels.
    [[nodiscard]] virtual MediaFuture<QImage> thumbnail(qint64 number, int maximumWidth) = 0;
    /// The same at once, of a frame that need not have been counted: it may turn out to be another's.
    [[nodiscard]] virtual MediaFuture<QImage> provisionalThumbnail(qint64 number, int maximumWidth) = 0;
    /// Small pictures of `count` frames from `first` on, 8 bit 4:2:0: as many in a row as the verified pass has made so
    /// far, and none where nothing is kept. They are read, not decoded.
    [[nodiscard]] virtual MediaFuture<QList<DecodedFrame>> proxies(qint64 first, qint64 count) = 0;
    /// At most ten seconds at once. To be asked only where sound was consented to.
    [[nodiscard]] virtual MediaFuture<SoundPart> sound(qint64 startMicroseconds, qint64 lengthMicroseconds) = 0;

Q_SIGNALS:
    void framesAdded(qint64 first, qint64 count);
    /// `table().expectedSize()` and the provisional rows are known.
    void framesExpected();
    /// Every frame has been counted; `table().isDamaged()` says whether the file ended early.
    void tableCompleted();
    /// The small pictures are there, for as many frames as can be had, where they are kept at all.
    void proxiesCompleted(qint64 count);
    /// Pictures of so many frames are kept on the shelf, in a file of this size, and no more will be: all of them, or
    /// as many as there is room for, or none. Comes after `tableCompleted`, maybe long after.
    void copyCompleted(qint64 count, qint64 bytes);
    /// It is there, or could not be had after all.
    void waveformReady();
    /// The frame on screen in fewer pixels, at once; `frameReady` follows with all of them.
    void proxyReady(const Porchlight::DecodedFrame &frame);
    void frameReady(const Porchlight::DecodedFrame &frame);
    void frameFailed(qint64 number, const Porchlight::Failure<Porchlight::MediaError> &failure);
    /// The decoder died and has been started again with the clip open.
    void decoderRestarted();
    /// This packet of the video stream ended the decoder twice. It is left out from now on; the frames that need it are
    /// marked as damaged.
    void packetLeftOut(qint64 packet);
    /// The clip cannot be shown any more: nothing will be answered but with this.
    void clipFailed(const Porchlight::Failure<Porchlight::MediaError> &failure);

protected:
    using QObject::QObject;
};

} // namespace Porchlight
