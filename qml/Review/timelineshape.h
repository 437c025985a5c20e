// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/reviewtimeline.h"

#include <QRectF>
#include <QString>

/// Where the parts of the time line lie, from top to bottom, and the words of its rulers and hints.
namespace Porchlight::TimelineShape {

constexpr double WallRulerHeight = 24;
constexpr double MarkLaneHeight = 18;
constexpr double ClipRulerHeight = 20;
constexpr double WaveHeight = 28;
constexpr double LanesTop = WallRulerHeight + MarkLaneHeight;

/// Lanes become lower where there are many.
[[nodiscard]] double stripHeight(int lanes);
[[nodiscard]] double height(int lanes, bool hasWave);
[[nodiscard]] QRectF strip(double width, int lane, int lanes);
/// All of them.
[[nodiscard]] QRectF strips(double width, int lanes);
/// Below the lanes; empty where there is no waveform.
[[nodiscard]] QRectF wave(double width, int lanes, bool hasWave);
[[nodiscard]] double tileWidth(double pictureAspect, int lanes);

/// "21:14:07" or, where strokes are closer than a second, "21:14:07.500"; by this machine's time zone.
[[nodiscard]] QString wallWords(std::chrono::microseconds sinceEpoch, std::chrono::microseconds step);
/// "0:54" or "0:54.133".
[[nodiscard]] QString clipWords(std::chrono::microseconds time, std::chrono::microseconds step);

/// What lies under the pointer: a frame, or why there is none.
[[nodiscard]] QString wordsAt(const ReviewTimeline &timeline, std::size_t clip, std::chrono::microseconds lineTime);

} // namespace Porchlight::TimelineShape
