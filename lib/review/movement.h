// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/frametimes.h"
#include "review/markerspan.h"

#include <QByteArray>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QStringView>

#include <optional>
#include <span>
#include <vector>

namespace Porchlight {

/// A part of a picture as shares of its width and height, from the upper left corner; never empty, never outside.
[[nodiscard]] QRectF regionWithin(const QRectF &wanted);

/// "12, 30, 25, 20": left, top, width and height in per cent. None where it is no such region.
[[nodiscard]] std::optional<QRectF> regionFromText(QStringView text);
[[nodiscard]] QString regionText(const QRectF &region);

/// The part of the stored picture that is seen at `shown` after the picture was mirrored left to right and then turned
/// clockwise.
[[nodiscard]] QRectF storedRegion(const QRectF &shown, int quarterTurns, bool isMirrored);

/// The whole samples that a region touches, of a picture of that size.
[[nodiscard]] QRect samplesOf(const QRectF &region, QSize picture);

/// Luma of a picture, line by line without padding.
struct LumaPicture
{
    QSize size;
    QByteArray luma;
};

/// The mean of how much each sample of the area differs, from 0 to 255. None where the pictures differ in size or do
/// not hold what they should.
[[nodiscard]] std::optional<double> lumaDifference(const LumaPicture &before, const LumaPicture &after,
                                                   const QRect &area);

/// A stretch of frames that differ from the ones before them.
struct MovementSpan
{
    FrameSpan frames;
    double peak = 0; ///< The largest difference in it.

    bool operator==(const MovementSpan &) const = default;
};

/// Stretches in which frames differ from the one before by at least `threshold`; differences that are less than half a
/// second apart belong to one stretch. `differences` holds one for each frame from the first on, 0 for the first. On
/// both sides of a hole nothing is compared: what changed while there was no picture is no movement that was seen.
[[nodiscard]] std::vector<MovementSpan> movementSpans(std::span<const float> differences, const FrameTimes &frames,
                                                      double threshold);

/// The place of the last stretch that begins before the frame, and the first that begins after it.
[[nodiscard]] std::optional<std::size_t> movementBefore(const std::vector<MovementSpan> &spans, qint64 frame);
[[nodiscard]] std::optional<std::size_t> movementAfter(const std::vector<MovementSpan> &spans, qint64 frame);

} // namespace Porchlight
