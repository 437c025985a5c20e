// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framereadout.h"

#include "core/digesttext.h"
#include "media/framecsv.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("FrameReadout", words);
}

/// Digits in groups of three with a thin space, as figures that are read aloud.
QString grouped(qint64 number)
{
    QString digits = QString::number(std::abs(number));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) {
        digits.insert(at, u'\u202f');
    }
    return number < 0 ? u"\u2212"_s + digits : digits;
}

QString pictureWords(const FrameFacts &facts, const FrameTimes &frames)
{
    QStringList words{facts.pictureType == PictureType::Unknown ? tr("type unknown")
                                                                : pictureTypeWord(facts.pictureType)};
    if (facts.isKey) {
        words.append(tr("key"));
    } else if (facts.number < frames.count()) {
        if (const std::optional<qint64> key = frames.keyBefore(facts.number)) {
            words.append(tr("key \u2212%1").arg(facts.number - *key));
        }
    }
    return words.join(u" · ");
}

QString ptsWords(const FrameFacts &facts)
{
    const QString seconds = tr("%1 s").arg(Porchlight::secondsText(facts.time().microseconds()));
    return facts.pts ? grouped(*facts.pts) + u" · "_s + seconds
                     : tr("none, about %1").arg(grouped(facts.ticks) + u" · "_s + seconds);
}

QString recordingWords(const FrameFacts &facts, const FrameTimes &frames)
{
    if (frames.segmentCount() < 2) {
        return {};
    }
    const QString place = tr("%1 of %2").arg(facts.segment + 1).arg(frames.segmentCount());
    if (facts.seam == 0) {
        return place;
    }
    const double seconds = std::abs(static_cast<double>(facts.seam)) / 1e6;
    return tr("%1 · times jump %2%3 s")
        .arg(place, facts.seam < 0 ? u"\u2212"_s : u"+"_s, QLocale::c().toString(seconds, 'f', 1));
}

QString repeatWords(const std::optional<qint64> &repeats)
{
    if (!repeats) {
        return {};
    }
    return *repeats == 0   ? tr("none")
           : *repeats == 1 ? tr("same as the frame before")
                           : tr("same as the %1 before").arg(grouped(*repeats));
}

QString durationWords(const FrameFacts &facts, const FrameTimes &frames)
{
    if (facts.number >= frames.count()) {
        return {};
    }
    const double milliseconds = static_cast<double>(frames.shownFor(facts.number).count()) / 1000;
    const QString length = tr("%1 ms").arg(QLocale::c().toString(milliseconds, 'f', 1));
    return frames.isVariable() ? length + u" · "_s + tr("variable") : length;
}

QString secondsText(microseconds time, int digits)
{
    return QLocale::c().toString(static_cast<double>(std::chrono::abs(time).count()) / 1e6, 'f', digits);
}

QString signOf(qint64 number)
{
    return number < 0 ? u"\u2212"_s : u"+"_s;
}

QString clockWords(const ClockOffset &clock)
{
    if (clock.isNull()) {
        return tr("clock not checked");
    }
    return clock.isChecked() ? tr("camera clock corrected by %1").arg(offsetText(clock))
                             : tr("clock not checked, laid beside another by %1").arg(offsetText(clock));
}

void readClock(FrameReadout &readout, const ReadoutContext &context)
{
    const TimelineClip &clip = context.timeline.clips().front();
    if (!clip.statedStart) {
        readout.clockNote = tr("start of the recording not known");
        return;
    }
    const UtcTime time = context.timeline.lineTimeAt(0, microseconds(context.frame.facts().microseconds));
    const QDateTime local = time.toDateTime().toLocalTime();
    readout.wallTime = wallClockText(time);
    readout.wallDate = QLocale().toString(local.date(), QLocale::ShortFormat);
    readout.isClockChecked = clip.clock.isChecked();
    const QString zone = local.timeZoneAbbreviation();
    readout.clockNote = zone + u" · "_s + clockWords(clip.clock);
    if (context.frame.facts().segment > 0) {
        readout.isClockChecked = false;
        readout.clockNote += u" · "_s + tr("behind a seam: how long the recording paused there is not known");
    }
}

/// "4:11:37.4" for more than a minute, which nobody reads in seconds.
QString clockLength(microseconds length, int digits)
{
    const double seconds = std::abs(static_cast<double>(length.count())) / 1e6;
    const qint64 minutes = static_cast<qint64>(seconds) / 60;
    const QString rest = QString::number(seconds - static_cast<double>(minutes) * 60, 'f', digits);
    return u"%1:%2:%3"_s.arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QChar(u'0'))
        .arg(rest.rightJustified(digits > 0 ? digits + 3 : 2, u'0'));
}

} // namespace

FrameReadout readoutOf(const ReadoutContext &context)
{
    FrameReadout readout;
    if (context.frame.isNull() || context.timeline.isEmpty()) {
        return readout;
    }
    const FrameFacts &facts = context.frame.facts();
    const FrameTimes &frames = context.timeline.clips().front().frames;
    readout.number = grouped(facts.number);
    const bool isPromised = frames.count() > 0 && frames.at(frames.count() - 1).isProvisional;
    readout.total = context.isTableComplete ? tr("of %1").arg(grouped(frames.count()))
                    : isPromised            ? tr("of probably %1").arg(grouped(frames.count()))
                                            : tr("of %1 counted so far").arg(grouped(frames.count()));
    readout.standing = facts.isProvisional       ? tr("provisional")
                       : context.isTableComplete ? tr("counted")
                                                 : tr("counting");
    readout.isCounted = context.isTableComplete && !facts.isProvisional;
    readout.damage = facts.isCorrupt ? tr("Damaged: parts of this picture were made up by the decoder.") : QString();
    readClock(readout, context);
    readout.clipTime = longClipTime(microseconds(facts.microseconds));
    readout.pts = ptsWords(facts);
    readout.timeBase = grouped(facts.timeBase.numerator) + u"/"_s + tr("%1 s").arg(grouped(facts.timeBase.denominator));
    readout.recording = recordingWords(facts, frames);
    readout.repeats = repeatWords(context.repeats);
    readout.picture = pictureWords(facts, frames);
    readout.size = u"%1 × %2 · %3:%4"_s.arg(facts.size.width())
                       .arg(facts.size.height())
                       .arg(facts.aspect.horizontal)
                       .arg(facts.aspect.vertical);
    readout.duration = durationWords(facts, frames);
    if (context.digest) {
        readout.digest = digestToString(*context.digest);
        readout.shortDigest =
            u"%1 %2 … %3"_s.arg(readout.digest.first(4), readout.digest.mid(4, 4), readout.digest.last(4));
    }
    return readout;
}

QString offsetText(const ClockOffset &clock)
{
    // No more digits than the uncertainty warrants.
    const microseconds width = clock.uncertainty();
    const int digits = width >= 100ms ? 1 : width >= 10ms ? 2 : 3;
    const QString sign = signOf(clock.correction().count());
    QString text =
        std::chrono::abs(clock.correction()) < 1min
            ? tr("%1%2 s ±%3").arg(sign, secondsText(clock.correction(), digits), secondsText(width, digits))
            : tr("%1%2 ±%3 s").arg(sign, clockLength(clock.correction(), digits), secondsText(width, digits));
    if (clock.driftPpb() != 0) {
        const double milliseconds = std::abs(static_cast<double>(clock.driftPpb())) * 60 / 1e6;
        text += tr(", %1%2 ms/min").arg(signOf(clock.driftPpb()), QLocale::c().toString(milliseconds, 'f', 1));
    }
    return text;
}

QString groupedFigure(qint64 number)
{
    return grouped(number);
}

QString longClipTime(microseconds time)
{
    const qint64 milliseconds = std::chrono::round<std::chrono::milliseconds>(time).count();
    const qint64 whole = std::abs(milliseconds);
    return u"%1%2:%3:%4.%5"_s.arg(milliseconds < 0 ? u"\u2212"_s : QString())
        .arg(whole / 3'600'000, 2, 10, QChar(u'0'))
        .arg(whole / 60'000 % 60, 2, 10, QChar(u'0'))
        .arg(whole / 1000 % 60, 2, 10, QChar(u'0'))
        .arg(whole % 1000, 3, 10, QChar(u'0'));
}

QString wallClockText(const std::optional<UtcTime> &time)
{
    // To the nearest millisecond, as clip times are.
    return time ? (*time + 500us).toDateTime().toLocalTime().toString(u"HH:mm:ss.zzz"_s) : QString();
}

} // namespace Porchlight
