// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mediaprotocol/messages.h"

#include <bit>
#include <concepts>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

/// How fields become little-endian bytes and back. Every message lists its fields once (`visitFields`), for both ways.
namespace Porchlight::Wire {

class FieldWriter
{
public:
    explicit FieldWriter(std::vector<std::uint8_t> &bytes)
        : m_bytes(bytes)
    {}

    template <std::integral T>
    void number(const T &value)
    {
        auto bits = static_cast<std::make_unsigned_t<T>>(value);
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            m_bytes.push_back(static_cast<std::uint8_t>(bits & 0xffU));
            bits = static_cast<decltype(bits)>(static_cast<std::uint64_t>(bits) >> 8U);
        }
    }
    void flag(const bool &value) { m_bytes.push_back(value ? 1 : 0); }
    template <typename E>
    void choice(const E &value, E)
    {
        m_bytes.push_back(static_cast<std::uint8_t>(value));
    }
    template <std::size_t Capacity>
    void name(const Name<Capacity> &name)
    {
        m_bytes.insert(m_bytes.end(), name.characters().begin(), name.characters().end());
    }
    void digest(const Digest::Bytes &bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
    template <typename T>
    void list(const std::vector<T> &list, std::size_t maximum)
    {
        const std::span<const T> written = std::span(list).first(std::min(list.size(), maximum));
        number(static_cast<std::uint16_t>(written.size()));
        for (const T &element : written) {
            visitFields(*this, element);
        }
    }

private:
    std::vector<std::uint8_t> &m_bytes;
};

/// Stops at the first field that does not fit; `isSpent` then stays false.
class FieldReader
{
public:
    explicit FieldReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {}

    template <std::integral T>
    void number(T &value)
    {
        const std::span<const std::uint8_t> taken = take(sizeof(T));
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            bits |= static_cast<std::uint64_t>(taken[i]) << (8U * i);
        }
        value = static_cast<T>(bits);
    }
    void flag(bool &value)
    {
        std::uint8_t byte = 0;
        number(byte);
        require(byte <= 1);
        value = byte == 1;
    }
    template <typename E>
    void choice(E &value, E last)
    {
        std::uint8_t byte = 0;
        number(byte);
        require(byte <= static_cast<std::uint8_t>(last));
        value = m_isSound ? static_cast<E>(byte) : E{};
    }
    template <std::size_t Capacity>
    void name(Name<Capacity> &name)
    {
        const std::span<const std::uint8_t> taken = take(Capacity);
        std::ranges::transform(taken, name.characters().begin(), [](std::uint8_t c) { return static_cast<char>(c); });
        require(name.isValid());
    }
    void digest(Digest::Bytes &bytes) { std::ranges::copy(take(bytes.size()), bytes.begin()); }
    template <typename T>
    void list(std::vector<T> &list, std::size_t maximum)
    {
        std::uint16_t count = 0;
        number(count);
        require(count <= maximum);
        for (std::size_t i = 0; m_isSound && i < count; ++i) {
            visitFields(*this, list.emplace_back());
        }
    }

    [[nodiscard]] bool isSpent() const { return m_isSound && m_bytes.empty(); }

private:
    void require(bool condition) { m_isSound = m_isSound && condition; }
    [[nodiscard]] std::span<const std::uint8_t> take(std::size_t count)
    {
        require(m_bytes.size() >= count);
        if (!m_isSound) {
            return {};
        }
        const std::span<const std::uint8_t> taken = m_bytes.first(count);
        m_bytes = m_bytes.subspan(count);
        return taken;
    }

    std::span<const std::uint8_t> m_bytes;
    bool m_isSound = true;
};

} // namespace Porchlight::Wire
