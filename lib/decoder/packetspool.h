// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "decoder/bytefeed.h"
#include "decoder/clipinput.h"
#include "decoder/fieldparity.h"
#include "decoder/framedecoder.h"
#include "decoder/libav.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace Porchlight {

/// All packets of one stream in the order of the file, read once. Their bytes are kept up to a budget; those beyond are
/// read again from the start of the file when they are needed, never by a seek in the container. A packet is named by
/// its ordinal.
class PacketSpool
{
public:
    struct Facts
    {
        std::int64_t pts = AV_NOPTS_VALUE;
        std::int64_t duration = 0; ///< In ticks; 0 where the container does not say.
        std::int64_t position = -1;
        std::int32_t size = 0;
        bool isKey = false;
        bool isDiscarded = false; ///< To be decoded and not shown.
        FieldParity::Part part = FieldParity::Part::Whole;
        bool isSecondField = false; ///< Belongs to the frame of the packet before it.
        std::int32_t segment = 0;   ///< Which of the recordings that were put one behind the other, from 0.
    };

    PacketSpool(ByteFeed &feed, std::unique_ptr<ClipInput> input, int streamIndex, std::uint64_t budget);

    /// The packet, read as far as needed; null behind the last. Valid until the next call.
    [[nodiscard]] const AVPacket *packet(std::int64_t ordinal);
    /// The packet for a decoder: an empty one in place of one that is left out.
    [[nodiscard]] const AVPacket *packetToDecode(std::int64_t ordinal);
    /// Called with the ordinal of each packet before it is decoded.
    void onDecoding(std::function<void(std::int64_t)> decoding) { m_decoding = std::move(decoding); }
    /// From now on this packet is not decoded; -1 is none.
    void leaveOut(std::int64_t ordinal);
    [[nodiscard]] bool leavesOut() const { return !m_leftOut.empty(); }
    /// True for packets that may need one that is left out: those from it to the next key packet.
    [[nodiscard]] bool lacksReference(std::int64_t ordinal) const;
    [[nodiscard]] const Facts &facts(std::int64_t ordinal) const;
    /// How many packets have been read so far.
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(m_facts.size()); }
    /// True for a first field whose second one is not there, in a stream that has fields in packets of their own.
    [[nodiscard]] bool lacksField(std::int64_t ordinal) const;
    /// True where reading stopped before the end of the file.
    [[nodiscard]] bool isCutShort() const { return m_isCutShort; }
    /// True where the container said of a packet that it is damaged.
    [[nodiscard]] bool hasCorruptPackets() const { return m_hasCorruptPackets; }
    /// The last key packet at or before the ordinal; 0 where there is none.
    [[nodiscard]] std::int64_t keyAtOrBefore(std::int64_t ordinal) const;

    [[nodiscard]] std::int64_t clipSize() const { return m_feed.size(); }
    [[nodiscard]] const ClipInput &input() const { return *m_input; }
    [[nodiscard]] const AVStream &stream() const { return *m_input->stream(m_streamIndex); }
    /// A decoder for the packets from any ordinal on. All of them begin with what the file said at its start.
    [[nodiscard]] FrameDecoder makeDecoder(int threads = 1) const
    {
        return FrameDecoder(*m_parameters, stream().time_base, *m_pictures, threads);
    }

private:
    /// The file read once more from its start, for packets beyond the budget.
    struct Reading
    {
        std::unique_ptr<ClipInput> input;
        OwnedPacket packet; ///< The one before `next`.
        std::int64_t next = 0;
        std::uint64_t lastUse = 0;
    };

    [[nodiscard]] bool readNext();
    void note(const AVPacket &packet);
    [[nodiscard]] bool beginsSegment(const AVPacket &packet);
    [[nodiscard]] Reading &readingFor(std::int64_t ordinal);
    [[nodiscard]] const AVPacket *readAgain(std::int64_t ordinal);

    ByteFeed &m_feed;
    std::unique_ptr<ClipInput> m_input;
    int m_streamIndex;
    OwnedParameters m_parameters;
    std::shared_ptr<PicturePool> m_pictures;
    std::uint64_t m_budget;
    std::uint64_t m_keptBytes = 0;
    std::vector<Facts> m_facts;
    std::vector<OwnedPacket> m_kept; ///< The first packets; beyond the budget none.
    std::vector<std::int64_t> m_keys;
    bool m_isAtEnd = false;
    bool m_isCutShort = false;
    bool m_hasCorruptPackets = false;

    std::function<void(std::int64_t)> m_decoding;
    std::set<std::int64_t> m_leftOut;
    OwnedPacket m_empty;
    OwnedPacket m_newest; ///< The last packet read, where it is not kept.
    FieldParity m_parity;
    bool m_hasFieldPairs = false;
    std::int64_t m_lastTime = AV_NOPTS_VALUE;
    std::int32_t m_segment = 0;
    // The verified pass, the run to a frame and the one ahead of it are each at another place.
    std::array<Reading, 3> m_readings;
    std::uint64_t m_uses = 0;
};

} // namespace Porchlight
