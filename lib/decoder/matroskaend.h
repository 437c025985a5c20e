// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/bytefeed.h"

namespace Porchlight {

/// True where a Matroska file ends before the last of its elements does (RFC 9559, RFC 8794). libavformat reads such a
/// file to its end and says nothing. Walks over the heads of the segment's children only.
[[nodiscard]] bool isMatroskaCut(ByteFeed &feed);

} // namespace Porchlight
