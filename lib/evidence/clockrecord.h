// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/custodyevent.h"
#include "core/utctime.h"
#include "domain/officer.h"
#include "domain/sharedclip.h"

#include <QString>

#include <optional>
#include <vector>

namespace Porchlight {

/// How far the clock of a clip's camera is known: what is added to it, how that was found, by whom and when.
struct ClockRecord
{
    /// "nobody", "resident" (as stated, not compared), "entry", "twoPoints", "match" (an event that another camera
    /// shows), "hand"; "notRecorded" where the log does not say.
    QString setBy = QStringLiteral("nobody");
    qint64 offsetMicroseconds = 0;      ///< Added to the camera's clock at the beginning of the clip.
    qint64 driftPpb = 0;                ///< Nanoseconds that a second by the camera lasts longer than a second.
    qint64 uncertaintyMicroseconds = 0; ///< Half of the span that the true time lies in; 0 where it is not known.
    bool isChecked = false;             ///< It goes back to a clock that was known to be right.
    std::optional<Officer> officer;     ///< Named as then; none where nobody here set it.
    std::optional<UtcTime> setAt;
    qint64 logEntry = 0; ///< Its number in the custody log; 0 where there is none.

    bool operator==(const ClockRecord &) const = default;
};

/// The entry by which a clock was set last, before that time.
[[nodiscard]] const CustodyEvent *lastClockEntry(const std::vector<CustodyEvent> &log, ClipId clip, UtcTime before);

/// What an entry of the log says of a clock.
[[nodiscard]] ClockRecord clockRecordOf(const CustodyEvent &entry);

/// The clock of a clip at that time, with what the log says of it.
[[nodiscard]] ClockRecord clockRecordOf(const SharedClip &clip, const std::vector<CustodyEvent> &log, UtcTime at);

/// "+3.200 s ± 0.100 s, entered as a number or from one known time", for people.
[[nodiscard]] QString clockWords(const ClockRecord &clock);

} // namespace Porchlight
