// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fuzz/require.h"
#include "mediaprotocol/envelope.h"

#include <algorithm>
#include <span>
#include <vector>

namespace Porchlight::Testing {

/// A message that has been understood is written as it came, and is understood again as the same.
template <typename Message, typename Decode>
void requireRoundTrip(std::span<const std::uint8_t> bytes, const Wire::Envelope<Message> &envelope, Decode decode)
{
    const std::vector<std::uint8_t> again = Wire::encode(envelope);
    require(std::ranges::equal(again, bytes), "a message is written as it came");
    const auto decoded = decode(again);
    require(decoded.has_value() && *decoded == envelope, "a written message is understood as the same");
}

/// A list that is longer than allowed is cut, and the message still fits and is understood.
template <typename Message, typename Part, typename Rows, typename Decode>
void requireCut(Part part, Rows Part::*list, std::size_t most, Decode decode)
{
    auto &rows = part.*list;
    if (rows.empty()) {
        return;
    }
    rows.resize(most + 7, rows.front());
    const std::vector<std::uint8_t> bytes = Wire::encode(Wire::Envelope<Message>{1, part});
    require(bytes.size() <= Wire::MaximumMessageSize, "no message is longer than the longest");
    const auto decoded = decode(bytes);
    require(decoded.has_value(), "a message that was cut is understood");
    require((std::get<Part>(decoded->message).*list).size() == most, "a list is cut at its maximum");
}

} // namespace Porchlight::Testing
