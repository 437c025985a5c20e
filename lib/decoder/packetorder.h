// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/packetspool.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace Porchlight {

/// In which order the packets alone say that frames will be shown: one frame a packet, or a pair of packets with its
/// fields, by recording and presentation time. It stands in for the frame table until the verified pass has seen a
/// frame, and can be wrong in ways that only decoding shows: what it says is provisional.
class PacketOrder
{
public:
    /// From a spool that has been read to its end. None where the packets do not tell: times that are missing, doubled
    /// or jump, or a stream that does not begin with a key packet.
    [[nodiscard]] static std::optional<PacketOrder> of(const PacketSpool &spool);

    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(m_ordinals.size()); }
    /// `number` is one of the frames'.
    [[nodiscard]] std::int64_t ordinalOf(std::int64_t number) const;
    /// None for a packet that is decoded but not shown.
    [[nodiscard]] std::optional<std::int64_t> numberOf(std::int64_t ordinal) const;

private:
    explicit PacketOrder(std::vector<std::int64_t> ordinals, std::int64_t packetCount);

    std::vector<std::int64_t> m_ordinals; ///< By number.
    std::vector<std::int64_t> m_numbers;  ///< By ordinal; -1 for none.
};

} // namespace Porchlight
