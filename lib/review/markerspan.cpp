// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/markerspan.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Porchlight {

InOut InOut::withIn(qint64 frame) const
{
    return {.in = frame, .out = out && *out < frame ? std::nullopt : out};
}

InOut InOut::withOut(qint64 frame) const
{
    return {.in = in && *in > frame ? std::nullopt : in, .out = frame};
}

std::optional<FrameSpan> InOut::span() const
{
    if (!in || !out) {
        return std::nullopt;
    }
    return FrameSpan{.first = *in, .last = *out};
}

FrameSpan planMarker(qint64 frame, const InOut &points)
{
    const std::optional<FrameSpan> span = points.span();
    if (span && span->first <= frame && frame <= span->last) {
        return *span;
    }
    return {.first = frame, .last = frame};
}

std::vector<Marker> sortedMarkers(std::vector<Marker> markers)
{
    std::stable_sort(markers.begin(), markers.end(), [](const Marker &a, const Marker &b) {
        return std::tie(a.firstFrame, a.lastFrame, a.createdAt) < std::tie(b.firstFrame, b.lastFrame, b.createdAt);
    });
    return markers;
}

std::optional<std::size_t> markerBefore(const std::vector<Marker> &sorted, qint64 frame)
{
    const auto first = std::find_if(sorted.rbegin(), sorted.rend(),
                                    [frame](const Marker &marker) { return marker.firstFrame < frame; });
    if (first == sorted.rend()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::distance(first, sorted.rend())) - 1;
}

std::optional<std::size_t> markerAfter(const std::vector<Marker> &sorted, qint64 frame)
{
    const auto first =
        std::find_if(sorted.begin(), sorted.end(), [frame](const Marker &marker) { return marker.firstFrame > frame; });
    if (first == sorted.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::distance(sorted.begin(), first));
}

std::optional<std::size_t> markerAt(const std::vector<Marker> &sorted, qint64 frame)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const Marker &marker = sorted[i];
        if (marker.firstFrame > frame || marker.lastFrame < frame) {
            continue;
        }
        const qint64 length = marker.lastFrame - marker.firstFrame;
        if (!best || length < sorted[*best].lastFrame - sorted[*best].firstFrame) {
            best = i;
        }
    }
    return best;
}

} // namespace Porchlight
