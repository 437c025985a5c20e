// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <optional>

namespace Porchlight {

/// Where review stands when something happened: a wish of the person, or an answer of the decoder.
struct ScrubContext
{
    qint64 frameCount = 0;           ///< As many as are known.
    bool isCountFinal = false;       ///< The clip has no more.
    std::optional<qint64> shown;     ///< The frame on the screen.
    std::optional<qint64> requested; ///< Asked of the decoder and not answered yet.
    std::optional<qint64> wanted;    ///< The newest wish; older ones are forgotten.
    int direction = 0;               ///< Of play: 1 forward, -1 backward, 0 while standing.
};

/// What to do now.
struct ScrubPlan
{
    std::optional<qint64> request;  ///< Ask the decoder for this frame.
    std::optional<qint64> prefetch; ///< And let it go on to this frame when it has nothing else to do.
    bool keepsWish = false;         ///< The wish is beyond what is known: look again when more is.

    bool operator==(const ScrubPlan &) const = default;
};

/// One frame is asked for at a time, and then the newest wish: a request for each movement of the mouse would keep the
/// decoder busy with pictures that nobody wants to see any more, and starve the screen. While the frames are still
/// being counted, the last known one stands in for a wish beyond it.
[[nodiscard]] ScrubPlan planScrub(const ScrubContext &context);

/// The frame that a step leads to: from the newest wish where there is one, so that a key held down counts each of its
/// repeats, else from the frame on the screen. Stops at both ends; at the last frame only once that is known to be one.
[[nodiscard]] std::optional<qint64> planStep(const ScrubContext &context, qint64 step);

} // namespace Porchlight
