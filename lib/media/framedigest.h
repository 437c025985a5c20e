// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "media/decodedframe.h"

#include <optional>

namespace Porchlight {

/// True where the delivered pixels are those of the native format, not converted on their way.
[[nodiscard]] bool hasNativePixels(const DecodedFrame &frame);

/// SHA-256 of the delivered pixels without padding: what FFmpeg's framehash gives for the frame. None where the pixels
/// were converted on their way, and so are not those of the native format any more.
[[nodiscard]] std::optional<Digest> nativeDigestOf(const DecodedFrame &frame);

} // namespace Porchlight
