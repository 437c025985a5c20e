// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"

#include <QByteArray>

#include <optional>

/// A picture without its padding in fewer bytes, without loss: each line as its difference to the line above it, then
/// Zstandard at its lowest level. On camera clips that is half of what FFVHUFF or Ut Video take, and quicker to read.
namespace Porchlight {

/// Of the delivered pixels as the decoder hashes the decoded ones: the same number where they were not converted.
[[nodiscard]] quint64 pixelHashOf(const DecodedFrame &frame);

[[nodiscard]] std::optional<QByteArray> packPicture(const DecodedFrame &frame);
/// The picture of the frame with this row; none where the bytes are not exactly such a picture.
[[nodiscard]] std::optional<DecodedFrame> unpackPicture(QByteArrayView packed, const FrameRow &row, PixelLayout layout);

} // namespace Porchlight
