// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/mediasummary.h"

#include <QMatrix4x4>

namespace Porchlight {

/// What turns the samples (Y, Cb, Cr, 1), each 0 to 1, into R, G, B (ITU-T H.273, 8.3, non-constant luminance).
/// `colour` must not be Unspecified: DecodedFrame::viewColour() decides that.
[[nodiscard]] QMatrix4x4 toRgbMatrix(const Colour &colour);

} // namespace Porchlight
