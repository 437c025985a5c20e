// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelineshape.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace Porchlight::TimelineShape {

namespace {

constexpr double LaneGap = 4;

QString tr(const char *words)
{
    return QCoreApplication::translate("TimelineView", words);
}

QString pictureWords(const FrameTimes &frames, qint64 frame)
{
    const FrameTime &time = frames.at(frame);
    QStringList parts{tr("Frame %1").arg(QLocale().toString(frame)), clipWords(time.start, 1ms)};
    if (time.isProvisional) {
        parts.append(tr("provisional, not counted yet"));
    }
    if (time.seam.count() != 0) {
        parts.append(tr("another recording begins"));
    }
    if (time.isKey) {
        parts.append(tr("key"));
    }
    if (time.isEstimated) {
        parts.append(tr("time estimated"));
    }
    if (time.isCorrupt) {
        parts.append(tr("damaged, partly made up by the decoder"));
    }
    return parts.join(u" · ");
}

} // namespace

double stripHeight(int lanes)
{
    return lanes <= 2 ? 46 : lanes <= 4 ? 38 : 24;
}

double height(int lanes, bool hasWave)
{
    return wave(0, std::max(1, lanes), hasWave).bottom() + ClipRulerHeight;
}

QRectF strip(double width, int lane, int lanes)
{
    return {0, LanesTop + lane * (stripHeight(lanes) + LaneGap), width, stripHeight(lanes)};
}

QRectF strips(double width, int lanes)
{
    return strip(width, 0, lanes).united(strip(width, std::max(0, lanes - 1), lanes));
}

QRectF wave(double width, int lanes, bool hasWave)
{
    return {0, strips(width, lanes).bottom(), width, hasWave ? WaveHeight : 0};
}

double tileWidth(double pictureAspect, int lanes)
{
    return std::clamp(std::round(stripHeight(lanes) * pictureAspect), 24.0, 160.0);
}

QString wallWords(microseconds sinceEpoch, microseconds step)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(sinceEpoch / 1ms).toLocalTime();
    return time.toString(step < 1s ? u"HH:mm:ss.zzz"_s : u"HH:mm:ss"_s);
}

QString clipWords(microseconds time, microseconds step)
{
    const qint64 milliseconds = std::chrono::round<std::chrono::milliseconds>(time).count();
    const qint64 whole = std::abs(milliseconds);
    const QString sign = milliseconds < 0 ? u"\u2212"_s : QString();
    const QString seconds = u"%1%2:%3"_s.arg(sign).arg(whole / 60'000).arg(whole / 1000 % 60, 2, 10, QChar(u'0'));
    return step < 1s ? seconds + u".%1"_s.arg(whole % 1000, 3, 10, QChar(u'0')) : seconds;
}

QString wordsAt(const ReviewTimeline &timeline, std::size_t clip, microseconds lineTime)
{
    const ClipMoment moment = timeline.momentAt(clip, UtcTime::fromMicroseconds(lineTime.count()));
    switch (moment.kind) {
    case ClipMoment::Kind::Empty:
        return {};
    case ClipMoment::Kind::BeforeStart:
        return tr("Before the recording starts");
    case ClipMoment::Kind::Ended:
        return tr("After the recording ended");
    case ClipMoment::Kind::Hole:
        return tr("No picture for %1 s")
            .arg(QLocale().toString(static_cast<double>(moment.holeLength.count()) / 1e6, 'f', 1));
    case ClipMoment::Kind::Picture:
        return pictureWords(timeline.clips().at(clip).frames, moment.frame);
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace Porchlight::TimelineShape
