// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/libav.h"

#include <cstdint>
#include <map>

namespace Porchlight {

/// Decoded frames by number, up to a budget of bytes. The one farthest from the frame that was wanted last goes first;
/// those that lie behind in the direction of travel long before those that lie ahead.
class FrameCache
{
public:
    explicit FrameCache(std::uint64_t budget);

    [[nodiscard]] const AVFrame *find(std::int64_t number) const;
    /// Where somebody is, and where she is going: 1 forward, -1 back, 0 neither.
    void setCentre(std::int64_t number, int direction);
    /// The first number below (`step` -1) or above (1) the one given that is not here.
    [[nodiscard]] std::int64_t firstMissing(std::int64_t from, int step) const;
    /// How many frames of the size of those that are here fit into half of the budget.
    [[nodiscard]] std::int64_t reach() const;
    /// The centre frame is kept whatever its size.
    void insert(std::int64_t number, OwnedFrame frame);
    void dropBelow(std::int64_t number);
    void clear();

private:
    struct Entry
    {
        OwnedFrame frame;
        std::uint64_t size = 0;
    };

    [[nodiscard]] std::int64_t distanceOf(std::int64_t number) const;
    void evict();

    std::map<std::int64_t, Entry> m_entries;
    std::uint64_t m_budget;
    std::uint64_t m_size = 0;
    std::int64_t m_centre = 0;
    int m_direction = 0;
};

} // namespace Porchlight
