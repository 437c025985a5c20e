// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the decoder is told: any bytes in the place of a message from the program.

#include "fuzz/messagepromises.h"

using namespace Porchlight;
using namespace Porchlight::Testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    const auto decoded = Wire::decodeRequest(bytes);
    require(size <= Wire::MaximumMessageSize || !decoded, "what is too long is refused");
    if (!decoded) {
        return 0;
    }
    requireRoundTrip(bytes, *decoded, &Wire::decodeRequest);
    if (const auto *known = std::get_if<Wire::Known>(&decoded->message)) {
        requireCut<Wire::Request>(*known, &Wire::Known::rows, Wire::MaximumRowsPerPart, &Wire::decodeRequest);
    }
    require(!Wire::decodeReply(bytes), "no request is a reply");
    return 0;
}
