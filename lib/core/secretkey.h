// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace Porchlight {

/// A secret of 256 bits. Each copy is filled with zeros at its end.
class SecretKey
{
public:
    static constexpr std::size_t Size = 32;
    using Bytes = std::array<std::uint8_t, Size>;

    explicit SecretKey(const Bytes &bytes)
        : m_bytes(bytes)
    {}
    SecretKey(const SecretKey &) = default;
    SecretKey &operator=(const SecretKey &) = default;
    ~SecretKey();

    /// A random one; none where the machine has no randomness to give.
    [[nodiscard]] static std::optional<SecretKey> create();
    /// None of bytes that are fewer or more.
    [[nodiscard]] static std::optional<SecretKey> fromBytes(QByteArrayView bytes);

    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    /// To be given to wipe() once it has been written down.
    [[nodiscard]] QByteArray toBytes() const;

    bool operator==(const SecretKey &) const = default;

private:
    Bytes m_bytes;
};

/// Fills the bytes with zeros, also for all who share them. They must lie in memory that was made for them.
void wipe(QByteArray &bytes);

} // namespace Porchlight
