// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/description.h"
#include "decoder/framedecoder.h"
#include "decoder/packetspool.h"
#include "mediaprotocol/messages.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace Porchlight {

/// One plain decode of the whole stream in order, a packet at a time. What it gives out is the truth: frame numbers,
/// their times, and a hash of each by which every later answer is checked.
class VerifiedPass
{
public:
    explicit VerifiedPass(PacketSpool &spool);

    /// False where the stream has no decoder.
    [[nodiscard]] bool canDecode() const { return m_decoder.isOpen(); }
    /// Rows made from now on carry the frame's digest.
    void makeDigests() { m_makesDigests = true; }

    /// Takes the next row from an earlier pass over the same clip, instead of decoding. With the last one the pass is
    /// complete.
    void adopt(const Wire::FrameRow &row) { enter(row); }
    void completeAdopted() { m_isComplete = true; }

    /// Feeds one packet. The frames that came out belong to the last entries.
    [[nodiscard]] std::vector<OwnedFrame> step();
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Known once complete: the file ended early, or packets are damaged or could not be decoded.
    [[nodiscard]] bool isDamaged() const;

    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(m_rows.size()); }
    [[nodiscard]] const Wire::FrameRow &row(std::int64_t number) const;
    /// Of the frame's packet; none where the codec does not tell.
    [[nodiscard]] std::optional<std::int64_t> ordinalOf(std::int64_t number) const;
    /// Of those seen so far.
    [[nodiscard]] const std::vector<SegmentStart> &segments() const { return m_segments; }
    /// The first frame that came from the packet; a packet may hold several.
    [[nodiscard]] std::optional<std::int64_t> firstNumberOf(std::int64_t ordinal) const;

private:
    void add(const AVFrame &frame);
    void enter(const Wire::FrameRow &row);
    [[nodiscard]] bool hasLostField() const;

    PacketSpool &m_spool;
    FrameDecoder m_decoder;
    RowMaker m_rowMaker;
    std::vector<Wire::FrameRow> m_rows;
    std::vector<std::int64_t> m_firstNumbers; ///< By ordinal; -1 for none.
    std::vector<SegmentStart> m_segments;
    std::int64_t m_nextOrdinal = 0;
    bool m_makesDigests = false;
    bool m_hasCorruptFrames = false;
    bool m_isTooLong = false; ///< There are more frames than are taken.
    bool m_isComplete = false;
};

} // namespace Porchlight
