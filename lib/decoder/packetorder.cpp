// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/packetorder.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace Porchlight {

namespace {

// No codec shows a picture later than this many packets after it was decoded. Where the order by time says so, times
// have jumped.
constexpr std::int64_t LongestReorder = 32;

} // namespace

PacketOrder::PacketOrder(std::vector<std::int64_t> ordinals, std::int64_t packetCount)
    : m_ordinals(std::move(ordinals))
    , m_numbers(static_cast<std::size_t>(packetCount), -1)
{
    for (std::size_t number = 0; number < m_ordinals.size(); ++number) {
        m_numbers[static_cast<std::size_t>(m_ordinals[number])] = static_cast<std::int64_t>(number);
    }
}

std::optional<PacketOrder> PacketOrder::of(const PacketSpool &spool)
{
    std::vector<std::int64_t> shown;
    for (std::int64_t ordinal = 0; ordinal < spool.count(); ++ordinal) {
        const PacketSpool::Facts &facts = spool.facts(ordinal);
        if (facts.isDiscarded || facts.size == 0 || facts.isSecondField) {
            continue;
        }
        if (facts.pts == AV_NOPTS_VALUE) {
            return std::nullopt;
        }
        shown.push_back(ordinal);
    }
    const auto timeOf = [&spool](std::int64_t ordinal) {
        const PacketSpool::Facts &facts = spool.facts(ordinal);
        return std::pair(facts.segment, facts.pts);
    };
    const std::vector<std::int64_t> decoded = shown;
    std::ranges::stable_sort(shown, {}, timeOf);
    const bool hasDoubles = std::ranges::adjacent_find(shown, {}, timeOf) != shown.end();
    // A picture before the first key frame may not come out at all.
    const bool startsWithKey = !decoded.empty() && shown.front() == decoded.front() && spool.facts(0).isKey;
    if (hasDoubles || !startsWithKey) {
        return std::nullopt;
    }
    for (std::size_t number = 0; number < shown.size(); ++number) {
        const auto place = std::ranges::lower_bound(decoded, shown[number]) - decoded.begin();
        if (std::abs(place - static_cast<std::ptrdiff_t>(number)) > LongestReorder) {
            return std::nullopt;
        }
    }
    return PacketOrder(std::move(shown), spool.count());
}

std::int64_t PacketOrder::ordinalOf(std::int64_t number) const
{
    return m_ordinals[static_cast<std::size_t>(number)];
}

std::optional<std::int64_t> PacketOrder::numberOf(std::int64_t ordinal) const
{
    const auto place = static_cast<std::size_t>(ordinal);
    if (ordinal < 0 || place >= m_numbers.size() || m_numbers[place] < 0) {
        return std::nullopt;
    }
    return m_numbers[place];
}

} // namespace Porchlight
