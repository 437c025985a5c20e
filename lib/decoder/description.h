// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/clipinput.h"
#include "decoder/framedecoder.h"
#include "decoder/libav.h"
#include "decoder/packetorder.h"
#include "decoder/packetspool.h"
#include "decoder/segmenttimes.h"
#include "mediaprotocol/messages.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace Porchlight {

/// What libav says about clip and streams, in the words of the protocol.
[[nodiscard]] Wire::Summary describeClip(const ClipInput &input, int videoStream, int soundStream);

[[nodiscard]] Wire::Colour colourOf(const AVFrame &frame);

/// What can be said of all frames of the order from their packets alone; none where that says too little.
[[nodiscard]] std::optional<std::vector<Wire::FrameRow>> expectedRows(const PacketOrder &order,
                                                                      const PacketSpool &spool);
/// What decoding says of a frame beside its number and time.
void describePicture(Wire::FrameRow &row, const AVFrame &frame, const PacketSpool &spool);

/// Makes the rows of the frame table in order: times that are missing are estimated from the frame before.
class RowMaker
{
public:
    explicit RowMaker(const PacketSpool &spool);

    [[nodiscard]] Wire::FrameRow nextRow(const AVFrame &frame, AVRational frameRate);

private:
    [[nodiscard]] std::int64_t estimatedDuration(const AVFrame &frame, AVRational frameRate) const;
    void setTime(Wire::FrameRow &row, const AVFrame &frame, AVRational frameRate);

    const PacketSpool &m_spool;
    SegmentTimes m_times;
    std::int64_t m_nextNumber = 0;
    std::int32_t m_lastSegment = 0;
    std::int64_t m_lastTicks = AV_NOPTS_VALUE;
    std::int64_t m_lastDuration = 1;
};

} // namespace Porchlight
