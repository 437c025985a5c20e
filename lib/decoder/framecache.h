// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/libav.h"

#include <cstdint>
#include <map>

namespace Porchlight {

/// Decoded frames by number, up to a budget of bytes. The one farthest from the frame that was wanted last goes first.
class FrameCache
{
public:
    explicit FrameCache(std::uint64_t budget);

    [[nodiscard]] const AVFrame *find(std::int64_t number) const;
    void setCentre(std::int64_t number) { m_centre = number; }
    /// The centre frame is kept whatever its size.
    void insert(std::int64_t number, OwnedFrame frame);

private:
    struct Entry
    {
        OwnedFrame frame;
        std::uint64_t size = 0;
    };

    void evict();

    std::map<std::int64_t, Entry> m_entries;
    std::uint64_t m_budget;
    std::uint64_t m_size = 0;
    std::int64_t m_centre = 0;
};

} // namespace Porchlight
