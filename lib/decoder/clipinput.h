// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "decoder/bytefeed.h"
#include "decoder/libav.h"
#include "mediaprotocol/messages.h"

#include <memory>

namespace Porchlight {

/// An opened container that is read once from front to back. The container is recognised by its content alone, may be
/// only one of a list of recording formats, and cannot make libav open anything else. It is never seeked.
class ClipInput
{
public:
    enum class ReadResult { Packet, End, Broken };

    [[nodiscard]] static Result<std::unique_ptr<ClipInput>, Wire::FailureCode> open(ByteFeed &feed);
    ~ClipInput();
    ClipInput(const ClipInput &) = delete;
    ClipInput &operator=(const ClipInput &) = delete;

    [[nodiscard]] const AVFormatContext &format() const { return *m_format; }
    [[nodiscard]] const AVStream *stream(int index) const;
    /// The stream with the most pixels in all its frames together: a second one is often the same in small, or a still
    /// picture. Attached pictures do not count; -1 for none.
    [[nodiscard]] int bestVideo() const;
    /// FFmpeg's own choice among the streams of a type that are no attached pictures; -1 for none.
    [[nodiscard]] int bestStream(AVMediaType type, int relatedTo) const;
    /// Reads nothing of the others from now on. With several streams read together, the first missing packet of one
    /// ends a cut file for all.
    void keepOnly(int streamIndex);
    /// The next packet of the stream that is kept.
    [[nodiscard]] ReadResult readPacket(AVPacket &packet);
    /// True where the file says that it goes on behind its end, and libav does not notice.
    [[nodiscard]] bool endsEarly() const;
    /// True once bytes of the clip could not be had from the program.
    [[nodiscard]] bool isFeedBroken() const { return m_isFeedBroken; }

private:
    explicit ClipInput(ByteFeed &feed);
    [[nodiscard]] Result<void, Wire::FailureCode> openFormat();
    [[nodiscard]] Wire::FailureCode reasonFor(int error);
    static int readBytes(void *self, std::uint8_t *target, int length);
    static std::int64_t moveTo(void *self, std::int64_t offset, int whence);

    ByteFeed &m_feed;
    std::int64_t m_position = 0;
    AVIOContext *m_bytes = nullptr; ///< Owned; freed after m_format.
    OwnedFormat m_format;
    int m_kept = -1;
    bool m_isFeedBroken = false;
};

} // namespace Porchlight
