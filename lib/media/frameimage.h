// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"
#include "media/mediasummary.h"

#include <QImage>

namespace Porchlight {

/// The picture as RGB by its own matrix and range, in stored pixels: what FrameView draws, for PNG files and for the
/// software renderer. Null for a null frame.
[[nodiscard]] QImage toImage(const DecodedFrame &frame);

/// Mirrored and turned as the clip asks for; no pixel is changed or made up.
[[nodiscard]] QImage turned(const QImage &image, const Orientation &orientation);

} // namespace Porchlight
