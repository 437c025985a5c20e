// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"

#include <QString>

#include <optional>

namespace Porchlight {

/// A digest as text and bytes of Qt. Reading is strict: exactly 64 hexadecimal digits, or exactly 32 bytes.
[[nodiscard]] QString digestToString(const Digest &digest);
[[nodiscard]] std::optional<Digest> digestFromString(QStringView hex);
[[nodiscard]] QByteArray digestToBytes(const Digest &digest);
[[nodiscard]] std::optional<Digest> digestFromBytes(QByteArrayView bytes);

/// SHA-256 of bytes that are already in memory.
[[nodiscard]] Digest sha256(QByteArrayView bytes);

} // namespace Porchlight
