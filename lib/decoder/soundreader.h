// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "decoder/bytefeed.h"
#include "decoder/framedecoder.h"
#include "decoder/libav.h"
#include "decoder/packetspool.h"
#include "decoder/segmenttimes.h"
#include "decoder/worklimit.h"
#include "mediaprotocol/messages.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Porchlight {

/// Sound of any span of the clip as 48 kHz, 16 bit, one or two channels. The sound stream is read on its own; where a
/// span is wanted that lies behind, decoding starts again at a packet well before it.
class SoundReader
{
public:
    /// `segments` must outlive the reader; it may grow meanwhile.
    [[nodiscard]] static Result<std::unique_ptr<SoundReader>, Wire::FailureCode>
    open(ByteFeed &feed, int streamIndex, std::uint64_t budget, const std::vector<SegmentStart> &segments);

    /// Fills the slot from its start. Positions count from the first shown frame. Fills everything but the slot's
    /// number.
    [[nodiscard]] Result<Wire::Sound, Wire::FailureCode> read(const Wire::SoundRequest &request,
                                                              std::span<std::uint8_t> slot, WorkLimit &limit);

private:
    SoundReader(PacketSpool spool, int channels, const std::vector<SegmentStart> &segments);
    /// In samples of the clip's own time; a recording that has no picture so far is taken to begin like the last one.
    [[nodiscard]] std::int64_t placeOf(std::int64_t ticks, std::int32_t segment) const;
    [[nodiscard]] std::optional<std::int64_t> positionOfPacket(std::int64_t ordinal) const;
    /// True for sound that goes on when the picture of its recording has given way to that of the next one.
    [[nodiscard]] bool isOvertaken(std::int64_t ordinal) const;
    void placeAt(std::int64_t position, bool isSeam);
    [[nodiscard]] std::int64_t packetBefore(std::int64_t sample);
    void restartAt(std::int64_t ordinal);
    [[nodiscard]] bool decodeMore();
    [[nodiscard]] bool take(const AVFrame &frame);
    [[nodiscard]] bool prepareResampler(const AVFrame &frame);
    /// Resamples a frame, or with none what is held back, to the end of the samples at hand.
    [[nodiscard]] bool resample(const AVFrame *frame);
    void dropBefore(std::int64_t sample);
    [[nodiscard]] std::int64_t endPosition() const;

    PacketSpool m_spool;
    FrameDecoder m_decoder;
    OwnedResampler m_resampler;
    int m_sourceRate = 0;
    int m_sourceFormat = -1;
    int m_sourceChannels = 0;
    int m_channels;
    std::int32_t m_segment = 0; ///< Of the sound that came last.
    const std::vector<SegmentStart> &m_segments;
    std::int64_t m_nextOrdinal = 0;
    bool m_isAtEnd = false;
    // Decoded samples at hand, from this position of the clip on, in samples of 48 kHz.
    std::vector<std::int16_t> m_samples;
    std::int64_t m_position = 0;
    bool m_hasPosition = false;
};

} // namespace Porchlight
