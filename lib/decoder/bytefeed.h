// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace Porchlight {

/// Where the bytes of the clip come from: the program, by messages; in tests, memory.
class ByteFeed
{
public:
    virtual ~ByteFeed() = default;
    ByteFeed(const ByteFeed &) = delete;
    ByteFeed &operator=(const ByteFeed &) = delete;

    [[nodiscard]] virtual std::int64_t size() const = 0;
    /// Fills the front of `target` from `offset` on; how many bytes, 0 at the end, none where they cannot be had.
    [[nodiscard]] virtual std::optional<std::size_t> read(std::int64_t offset, std::span<std::uint8_t> target) = 0;

protected:
    ByteFeed() = default;
};

} // namespace Porchlight
