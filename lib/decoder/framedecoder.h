// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/libav.h"
#include "decoder/picturepool.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace Porchlight {

/// One libav decoder, fed packet by packet. Each frame knows the ordinal of the packet it came from. Decodes as the
/// ffmpeg program does by default: an error in one packet does not end it, and what the container says is not part of
/// the picture is cut off. On several threads frames come out later, and what a damaged stream gives depends on their
/// number: for the truth there is one thread.
class FrameDecoder
{
public:
    FrameDecoder(const AVCodecParameters &parameters, AVRational timeBase, PicturePool &pool, int threads);

    /// False where there is no decoder for the stream.
    [[nodiscard]] bool isOpen() const { return m_context != nullptr; }
    /// All frames must have been received before.
    void feed(const AVPacket &packet, std::int64_t ordinal);
    /// From now on pictures that no other is made from are not decoded and do not come out.
    void skipUnreferenced(bool skips);
    /// No packet comes any more: what is held back comes out now.
    void drain();
    /// The next frame; null where another packet is needed or, after draining, at the end.
    [[nodiscard]] OwnedFrame receive();
    [[nodiscard]] std::int64_t errorCount() const { return m_errorCount; }
    [[nodiscard]] AVRational frameRate() const;

    /// Ordinal of the packet that a received frame came from, where the codec has told.
    [[nodiscard]] static std::optional<std::int64_t> ordinalOf(const AVFrame &frame);

private:
    /// Samples at the edges that the container hides.
    struct Edges
    {
        std::uint32_t top = 0;
        std::uint32_t bottom = 0;
        std::uint32_t left = 0;
        std::uint32_t right = 0;
    };

    [[nodiscard]] static Edges edgesOf(const AVCodecParameters &parameters);
    void cutEdges(AVFrame &frame) const;

    std::unique_ptr<PicturePool::Source> m_pictures; ///< The context has its address.
    OwnedCodec m_context;
    Edges m_edges;
    OwnedPacket m_scratch;
    std::int64_t m_errorCount = 0;
};

} // namespace Porchlight
