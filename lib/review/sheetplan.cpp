// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/sheetplan.h"

#include <algorithm>
#include <cmath>

namespace Porchlight {

namespace {

/// Width to height of a sheet of paper that lies on its side.
constexpr double PageAspect = 1.414;
/// A tile is higher than its picture by its caption.
constexpr double CaptionShare = 0.25;

std::vector<qint64> once(std::vector<qint64> frames)
{
    std::ranges::sort(frames);
    frames.erase(std::ranges::unique(frames).begin(), frames.end());
    return frames;
}

} // namespace

std::vector<qint64> evenFrames(const FrameTimes &frames, FrameSpan span, int count)
{
    if (count < 1 || span.first < 0 || span.last >= frames.count() || span.last < span.first) {
        return {};
    }
    if (span.count() <= count) {
        std::vector<qint64> all;
        for (qint64 frame = span.first; frame <= span.last; ++frame) {
            all.push_back(frame);
        }
        return all;
    }
    if (count == 1) {
        return {span.first};
    }
    const std::chrono::microseconds begin = frames.at(span.first).start;
    const std::chrono::microseconds length = frames.at(span.last).start - begin;
    std::vector<qint64> found;
    for (int tile = 0; tile < count; ++tile) {
        const auto frame = frames.nearestFrame(begin + length * tile / (count - 1));
        found.push_back(std::clamp(frame.value_or(span.first), span.first, span.last));
    }
    return once(std::move(found));
}

std::vector<qint64> markerFrames(const std::vector<Marker> &markers)
{
    std::vector<qint64> frames;
    for (const Marker &marker : markers) {
        frames.push_back(marker.firstFrame);
    }
    frames = once(std::move(frames));
    frames.resize(std::min(frames.size(), MostTiles));
    return frames;
}

int sheetColumns(std::size_t tiles, double pictureAspect)
{
    // columns * width : rows * height is about the page's.
    const double tileAspect = pictureAspect / (1 + CaptionShare * std::min(1.0, pictureAspect));
    const double columns = std::sqrt(static_cast<double>(tiles) * PageAspect / tileAspect);
    return std::clamp(static_cast<int>(std::ceil(columns - 0.25)), 1,
                      static_cast<int>(std::max<std::size_t>(1, tiles)));
}

} // namespace Porchlight
