// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/clockrecord.h"

#include "domain/clockset.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString waysWords(const QString &setBy)
{
    if (const std::optional<ClockSource> source = clockSourceFromWord(setBy)) {
        switch (*source) {
        case ClockSource::Entry:
            return u"entered as a number or from one known time"_s;
        case ClockSource::TwoPoints:
            return u"from two known times"_s;
        case ClockSource::Match:
            return u"from an event that another camera shows too"_s;
        case ClockSource::Hand:
            return u"moved by hand beside the other cameras"_s;
        }
    }
    return setBy == u"resident" ? u"as the resident stated, not compared"_s : u"without a record of how"_s;
}

QString secondsWords(qint64 microseconds)
{
    return QString::number(std::abs(static_cast<double>(microseconds)) / 1e6, 'f', 3) + u" s"_s;
}

} // namespace

const CustodyEvent *lastClockEntry(const std::vector<CustodyEvent> &log, ClipId clip, UtcTime before)
{
    const CustodyEvent *last = nullptr;
    for (const CustodyEvent &event : log) {
        const bool isOfClip = event.action == CustodyAction::ClipClockSet && event.outcome == CustodyOutcome::Done &&
                              event.subjectId == clip.toString() && event.at <= before;
        if (isOfClip && (last == nullptr || event.sequence > last->sequence)) {
            last = &event;
        }
    }
    return last;
}

ClockRecord clockRecordOf(const CustodyEvent &entry)
{
    ClockRecord record{
        .setBy = u"notRecorded"_s, .officer = entry.officer, .setAt = entry.at, .logEntry = entry.sequence};
    if (const std::optional<ClockSet> set = clockSetFromJson(entry.details)) {
        record.setBy = toWord(set->by);
        record.offsetMicroseconds = set->clock.offsetMicroseconds;
        record.driftPpb = set->clock.driftPpb;
        record.uncertaintyMicroseconds = set->clock.uncertaintyMicroseconds;
        record.isChecked = set->clock.isChecked;
    }
    return record;
}

ClockRecord clockRecordOf(const SharedClip &clip, const std::vector<CustodyEvent> &log, UtcTime at)
{
    if (const CustodyEvent *const entry = lastClockEntry(log, clip.id, at)) {
        return clockRecordOf(*entry);
    }
    const bool isCompared = clip.isClockChecked || clip.clockUncertaintyMicroseconds != 0;
    const bool isStated = clip.clockOffsetMicroseconds != 0;
    return {.setBy = isCompared ? u"notRecorded"_s
                     : isStated ? u"resident"_s
                                : u"nobody"_s,
            .offsetMicroseconds = clip.clockOffsetMicroseconds,
            .driftPpb = clip.clockDriftPpb,
            .uncertaintyMicroseconds = clip.clockUncertaintyMicroseconds,
            .isChecked = clip.isClockChecked,
            .officer = {},
            .setAt = {},
            .logEntry = 0};
}

QString clockWords(const ClockRecord &clock)
{
    if (clock.setBy == u"nobody") {
        return u"clock not compared with any other"_s;
    }
    QString words = (clock.offsetMicroseconds < 0 ? u"\u2212"_s : u"+"_s) + secondsWords(clock.offsetMicroseconds);
    if (clock.uncertaintyMicroseconds != 0) {
        words += u" ± "_s + secondsWords(clock.uncertaintyMicroseconds);
    }
    if (clock.driftPpb != 0) {
        words += u", each of its seconds lasts %1 s"_s.arg(1 + static_cast<double>(clock.driftPpb) / 1e9, 0, 'f', 9);
    }
    words += u", "_s + waysWords(clock.setBy);
    if (clock.officer && clock.setAt) {
        words += u", by %1 (%2) at %3, entry %4 of the custody log"_s
                     .arg(clock.officer->name, clock.officer->id, clock.setAt->toString())
                     .arg(clock.logEntry);
    }
    return words + (clock.isChecked ? u"; it goes back to a clock that was known to be right"_s
                                    : u"; no clock that was known to be right stands behind it"_s);
}

} // namespace Porchlight
