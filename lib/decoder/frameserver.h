// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "decoder/framecache.h"
#include "decoder/framedecoder.h"
#include "decoder/packetorder.h"
#include "decoder/packetspool.h"
#include "decoder/verifiedpass.h"
#include "decoder/worklimit.h"
#include "mediaprotocol/messages.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace Porchlight {

/// Gives any frame of the clip, and never another one: a frame is recognised by its packet's ordinal and must have the
/// hash that the verified pass saw. Decoding starts at a key packet; where that does not give the frame, at an earlier
/// one, and at last with a fresh decoder at the first packet. A frame that the pass has not seen yet can be had by the
/// number that its packet makes it seem to have; it is provisional then.
class FrameServer
{
public:
    FrameServer(PacketSpool &spool, std::uint64_t cacheBudget);

    /// Somebody looks at the frame, and what lies around it will be wanted next; or it is needed for something else.
    enum class Purpose { Viewing, Aside };
    /// Valid until the next call.
    [[nodiscard]] Result<const AVFrame *, Wire::FailureCode> frame(std::int64_t number, Purpose purpose,
                                                                   WorkLimit &limit);

    /// From now on packets are decoded one after the other, and a frame is there before the next packet is begun.
    void beCareful() { m_isCareful = true; }
    /// From now on provisional frames can be had.
    void expect(PacketOrder order, std::vector<Wire::FrameRow> rows);
    /// True for a frame that the packets promise and the pass has not seen yet.
    [[nodiscard]] bool isProvisional(std::int64_t number) const;
    /// The frame of the packet that has this number by the packets' order; valid until the next call.
    [[nodiscard]] Result<const AVFrame *, Wire::FailureCode> provisionalFrame(std::int64_t number, Purpose purpose,
                                                                              WorkLimit &limit);
    /// What is known of a provisional frame, now that it is decoded.
    [[nodiscard]] Wire::FrameRow provisionalRow(std::int64_t number, const AVFrame &frame) const;

    [[nodiscard]] VerifiedPass &pass() { return m_pass; }
    /// One step of the verified pass, in the background.
    void advancePass();
    /// Called with each frame of the pass, in order, from now on.
    void onPassed(std::function<void(const AVFrame &)> passed) { m_passed = std::move(passed); }
    /// One packet's work for the frames that will be wanted next: those after the one that was wanted last, and those
    /// before it. False where nothing is left to do.
    [[nodiscard]] bool advanceAhead();
    /// One packet's work for a copy of the clip, which takes its frames in order; null where this one has not come yet.
    /// The pass must be complete. Valid until the next call.
    [[nodiscard]] Result<const AVFrame *, Wire::FailureCode> advanceCopy(std::int64_t number);

private:
    /// A decoder under way from some packet.
    struct Run
    {
        FrameDecoder decoder;
        std::int64_t nextOrdinal = 0;
        std::int64_t lastNumber = -1;  ///< The last frame that came out.
        std::int64_t lastOrdinal = -1; ///< Its packet,
        std::int64_t sameOrdinal = 0;  ///< and how many frames before it came from the same packet.
        bool countsFromStart = false;  ///< Started at packet 0: frames are numbered by counting.
        std::int64_t keepFrom = 0;     ///< Of packets before this one only those are decoded that others need.
        bool isDrained = false;
    };
    enum class Found { Right, NotRight, Cancelled };

    void lookAt(std::int64_t number, Purpose purpose);
    [[nodiscard]] std::optional<Wire::FailureCode> advancePassTo(std::int64_t number, WorkLimit &limit);
    [[nodiscard]] std::int64_t startFor(std::int64_t number);
    [[nodiscard]] std::int64_t keyBefore(std::int64_t key) const;
    [[nodiscard]] std::optional<std::int64_t> ordinalOf(std::int64_t number) const;
    [[nodiscard]] std::optional<std::int64_t> numberOf(std::int64_t ordinal) const;
    [[nodiscard]] std::int64_t runLength(std::int64_t start, std::int64_t number) const;
    [[nodiscard]] const AVFrame *find(std::int64_t number) const;
    [[nodiscard]] bool canContinue(const std::optional<Run> &run, std::int64_t number, std::int64_t start) const;
    [[nodiscard]] Found decodeFrom(std::int64_t start, std::int64_t number, WorkLimit &limit);
    [[nodiscard]] Found runTo(std::int64_t number, WorkLimit &limit);
    /// How many frames before the target of a jump are decoded, too.
    [[nodiscard]] std::int64_t keptBefore() const;
    [[nodiscard]] Run makeRun(std::int64_t start, int threads) const;
    void feed(Run &run);
    [[nodiscard]] std::optional<std::int64_t> numberFor(Run &run, const AVFrame &frame) const;
    void takeFrames(Run &run);
    /// The next frame worth having before it is asked for.
    [[nodiscard]] std::optional<std::int64_t> nextAhead() const;
    /// The next frame of the copy's run, if it is this one and has come.
    [[nodiscard]] OwnedFrame takeForCopy(std::int64_t number);

    PacketSpool &m_spool;
    VerifiedPass m_pass;
    std::function<void(const AVFrame &)> m_passed;
    std::optional<PacketOrder> m_order;
    std::vector<Wire::FrameRow> m_expected; ///< By expected number.
    FrameCache m_cache;
    FrameCache m_provisional; ///< By expected number: those that the pass has not seen yet.
    std::optional<Run> m_run;
    std::optional<Run> m_ahead;           ///< For frames that have not been asked for yet.
    std::optional<Run> m_copy;            ///< For the copy, from its first frame to its last.
    OwnedFrame m_copied;                  ///< The last one that was had from there.
    std::optional<std::int64_t> m_wanted; ///< The frame that was asked for last.
    int m_direction = 0;
    bool m_isNearJump = false;
    bool m_isCareful = false;
    /// Frames before this one could not be had ahead; asked for, they are tried harder.
    std::int64_t m_giveUpBelow = 0;
    std::int64_t m_giveUpFrom = INT64_MAX; ///< Likewise this one and those after it.
    std::set<std::int64_t> m_badKeys;      ///< Key packets from which a wrong picture came.
};

} // namespace Porchlight
