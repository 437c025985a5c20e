// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/frametimes.h"
#include "review/markerspan.h"

#include <vector>

/// Which frames go on a contact sheet.
namespace Porchlight {

inline constexpr std::size_t MostTiles = 60;

/// `count` frames at even distances of time from the first frame of the span to its last; fewer where the span has no
/// more, or where there is a hole. The span must be of the clip.
[[nodiscard]] std::vector<qint64> evenFrames(const FrameTimes &frames, FrameSpan span, int count);

/// The first frame of each marker in the order of the clip, each frame once, up to MostTiles.
[[nodiscard]] std::vector<qint64> markerFrames(const std::vector<Marker> &markers);

/// How many tiles lie beside each other, for a page that is a little wider than high.
[[nodiscard]] int sheetColumns(std::size_t tiles, double pictureAspect);

} // namespace Porchlight
