// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/marker.h"

#include <QtTypes>

#include <optional>
#include <vector>

namespace Porchlight {

/// Frames that belong together, both ends included; a single frame has first == last.
struct FrameSpan
{
    qint64 first = 0;
    qint64 last = 0;

    [[nodiscard]] qint64 count() const { return last - first + 1; }
    bool operator==(const FrameSpan &) const = default;
};

/// The in and out points of a clip. Setting one behind the other moves the other away.
struct InOut
{
    std::optional<qint64> in;
    std::optional<qint64> out;

    [[nodiscard]] InOut withIn(qint64 frame) const;
    [[nodiscard]] InOut withOut(qint64 frame) const;
    /// The frames between both points; none until both are set.
    [[nodiscard]] std::optional<FrameSpan> span() const;
    bool operator==(const InOut &) const = default;
};

/// What a new marker covers: the span between in and out where both are set and the frame lies in it, else the frame.
[[nodiscard]] FrameSpan planMarker(qint64 frame, const InOut &points);

/// Markers in the order of the clip; numbers on screen count in this order.
[[nodiscard]] std::vector<Marker> sortedMarkers(std::vector<Marker> markers);

/// The place in `sorted` of the last marker that begins before the frame, and the first that begins after it.
[[nodiscard]] std::optional<std::size_t> markerBefore(const std::vector<Marker> &sorted, qint64 frame);
[[nodiscard]] std::optional<std::size_t> markerAfter(const std::vector<Marker> &sorted, qint64 frame);
/// The shortest marker that the frame lies in.
[[nodiscard]] std::optional<std::size_t> markerAt(const std::vector<Marker> &sorted, qint64 frame);

} // namespace Porchlight
