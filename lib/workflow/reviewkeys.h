// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace Porchlight {

/// Everything in review that has a key, in the order in which it is listed.
enum class ReviewAct {
    PlayPause,
    ShuttleBack,
    Pause,
    ShuttleOn,
    Slower,
    Faster,
    StepBack,
    StepOn,
    TenBack,
    TenOn,
    AnyBack,
    AnyOn,
    FirstFrame,
    LastFrame,
    MarkerBefore,
    NextMarker,
    SetIn,
    SetOut,
    Mark,
    TakeStill,
    ContactSheet,
    TruePixels,
    Loupe,
    Look,
    NextPicture,
    Movement,
    MovementBefore,
    NextMovement,
    ClipList,
    ClockBack,
    ClockOn,
    MatchEvent,
    FirstCamera, ///< And eight more behind it.
    LastCamera = FirstCamera + 8,
};

enum class KeyError {
    NotAKey,  ///< Nothing that a keyboard sends alone, or more than one press.
    Reserved, ///< It belongs to the window, whatever the page.
    Taken,    ///< Another act of review has it; the detail is that act's words.
};

/// The keys of review: the usual ones, and what the officer changed of them. No key ever means two things.
class ReviewKeys
{
public:
    /// The usual ones.
    ReviewKeys();
    /// What was kept; changes that are none, or would clash, are left out.
    [[nodiscard]] static ReviewKeys fromChanges(const QMap<QString, QStringList> &changes);
    /// By the acts' own names: what differs from the usual.
    [[nodiscard]] QMap<QString, QStringList> changes() const;

    /// Portable names, such as "Shift+Left".
    [[nodiscard]] QStringList keysOf(ReviewAct act) const;
    [[nodiscard]] bool isUsual(ReviewAct act) const;

    /// The act has this key alone.
    [[nodiscard]] Result<ReviewKeys, Failure<KeyError>> with(ReviewAct act, const QString &key) const;
    /// The act has its usual keys.
    [[nodiscard]] Result<ReviewKeys, Failure<KeyError>> withUsual(ReviewAct act) const;

    bool operator==(const ReviewKeys &) const = default;

private:
    [[nodiscard]] Result<ReviewKeys, Failure<KeyError>> withAll(ReviewAct act, const QStringList &keys) const;

    std::vector<QStringList> m_keys; ///< By act.
};

[[nodiscard]] const std::vector<ReviewAct> &allReviewActs();
/// What the act does, in the words of a list.
[[nodiscard]] QString wordsOf(ReviewAct act);
/// "Shift+←" for "Shift+Left".
[[nodiscard]] QString keyWords(const QString &key);
/// All keys of an act, "←  ,".
[[nodiscard]] QString keyWords(const QStringList &keys);

} // namespace Porchlight
