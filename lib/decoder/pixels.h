// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/result.h"
#include "decoder/libav.h"
#include "mediaprotocol/messages.h"

#include <cstdint>
#include <optional>
#include <span>

namespace Porchlight {

/// SHA-256 of the frame in its native format, packed without padding, as FFmpeg's framehash prints it.
[[nodiscard]] std::optional<Digest> digestOf(const AVFrame &frame);

/// A fast hash of the same bytes, to recognise a frame that has been decoded before.
[[nodiscard]] std::uint64_t quickHashOf(const AVFrame &frame);

/// Puts the pixels into a slot: as they are where the program can show them, else converted to the nearest layout it
/// can. Fills everything of the message but slot and row.
[[nodiscard]] Result<Wire::Picture, Wire::FailureCode> deliverPicture(const AVFrame &frame,
                                                                      std::span<std::uint8_t> slot);

/// Scaled down to RGB, at most `maximumWidth` wide. Fills everything of the message but slot and number.
[[nodiscard]] Result<Wire::Thumbnail, Wire::FailureCode>
deliverThumbnail(const AVFrame &frame, std::uint32_t maximumWidth, std::span<std::uint8_t> slot);

} // namespace Porchlight
