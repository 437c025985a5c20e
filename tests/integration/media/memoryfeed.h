// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/bytefeed.h"
#include "decoder/worklimit.h"

#include <QByteArray>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace Porchlight::Testing {

/// The bytes of a clip for the decoder's own engine, without its process.
class MemoryFeed final : public ByteFeed
{
public:
    explicit MemoryFeed(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}
    [[nodiscard]] std::int64_t size() const override { return m_bytes.size(); }
    [[nodiscard]] std::optional<std::size_t> read(std::int64_t offset, std::span<std::uint8_t> target) override
    {
        const auto length = std::clamp<std::int64_t>(m_bytes.size() - offset, 0, std::ssize(target));
        std::copy_n(m_bytes.begin() + offset, length, target.begin());
        return static_cast<std::size_t>(length);
    }

private:
    QByteArray m_bytes;
};

/// Work that nobody stops.
class NoLimit final : public WorkLimit
{
public:
    NoLimit() = default;
    [[nodiscard]] bool mayGoOn() override { return true; }
};

} // namespace Porchlight::Testing
