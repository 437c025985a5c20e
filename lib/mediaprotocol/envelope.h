// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "mediaprotocol/messages.h"

#include <cstdint>
#include <span>
#include <vector>

namespace Porchlight::Wire {

enum class WireError {
    Truncated,
    TooLong,
    NotOurs, ///< Wrong first bytes.
    WrongVersion,
    UnknownType,
    Malformed, ///< A field that cannot be, or bytes left over.
};

/// A message with the generation it belongs to: the number the program gave the request, repeated in the answer.
template <typename Message>
struct Envelope
{
    std::uint64_t generation = 0;
    Message message;

    bool operator==(const Envelope &) const = default;
};

/// Header (first bytes, version, type, length, generation), then the fields, all little-endian. Never longer than
/// MaximumMessageSize: lists beyond their maximum are cut.
[[nodiscard]] std::vector<std::uint8_t> encode(const Envelope<Request> &envelope);
[[nodiscard]] std::vector<std::uint8_t> encode(const Envelope<Reply> &envelope);

[[nodiscard]] Result<Envelope<Request>, WireError> decodeRequest(std::span<const std::uint8_t> bytes);
[[nodiscard]] Result<Envelope<Reply>, WireError> decodeReply(std::span<const std::uint8_t> bytes);

} // namespace Porchlight::Wire
