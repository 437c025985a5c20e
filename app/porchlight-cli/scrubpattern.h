// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Porchlight {

/// How a person moves through a clip.
enum class ScrubPattern {
    Random,   ///< Jumps to anywhere.
    Local,    ///< Back and forth around one place, at most a second at once.
    Back,     ///< One step back after the other, with a breath between them.
    Forward,  ///< The same, forward.
    HoldBack, ///< The key for one step back, held down.
    Open,     ///< The clip is opened anew each time and its first frame is asked for; timed from the opening on.
};

[[nodiscard]] std::optional<ScrubPattern> scrubPatternFrom(const QString &word);
/// The words that are understood, for a sentence.
[[nodiscard]] QString scrubPatternWords();

struct ScrubCourse
{
    ScrubPattern pattern = ScrubPattern::Random;
    qint64 frames = 0; ///< Of the clip.
    qint64 count = 100;
    quint32 seed = 1;
};

/// The frames to ask for, one after the other; the same for the same course. Steps stop at the edge of the clip, so
/// that there may be fewer than `count`.
[[nodiscard]] QList<qint64> planCourse(const ScrubCourse &course);

struct Spread
{
    double p50 = 0;
    double p95 = 0;
    double most = 0;
};

/// Nearest-rank percentiles; all 0 of an empty list.
[[nodiscard]] Spread spreadOf(QList<double> values);

} // namespace Porchlight
