// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/clockcalibration.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

constexpr microseconds ShortestBase = 1s;
constexpr double MostDrift = 0.05;
constexpr double Billion = 1e9;
constexpr double MostSeconds = 366.0 * 86'400;

microseconds fromSeconds(double seconds)
{
    return microseconds(std::llround(seconds * 1e6));
}

double halfOfLastDigit(const QString &figure)
{
    const qsizetype point = figure.indexOf(u'.');
    return point < 0 ? 0.5 : 0.5 * std::pow(10.0, -static_cast<double>(figure.size() - point - 1));
}

/// What has to be added to the camera's time there.
microseconds correctionAt(UtcTime statedStart, const KnownMoment &moment)
{
    return moment.wallTime - (statedStart + moment.clipTime);
}

} // namespace

std::optional<ClockOffset> clockOffsetFromText(QStringView text)
{
    static const QRegularExpression form(
        uR"(^\s*([+\-\x{2212}]?)\s*(\d+(?:[.,]\d+)?)\s*s?\s*(?:(?:±|\+-|\+/-)\s*(\d+(?:[.,]\d+)?)\s*s?)?\s*$)"_s);
    const QRegularExpressionMatch match = form.matchView(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString figure = match.captured(2).replace(u',', u'.');
    const double seconds = figure.toDouble();
    const QString width = match.captured(3).replace(u',', u'.');
    if (seconds > MostSeconds) {
        return std::nullopt;
    }
    const bool isNegative = match.captured(1) == u"-"_s || match.captured(1) == u"\u2212"_s;
    return ClockOffset(fromSeconds(isNegative ? -seconds : seconds),
                       fromSeconds(width.isEmpty() ? halfOfLastDigit(figure) : width.toDouble()));
}

std::optional<UtcTime> wallTimeFromText(QStringView text, UtcTime about)
{
    static const QRegularExpression form(
        uR"(^\s*(?:(\d{4}-\d{2}-\d{2})[ T]+)?(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,6}))?\s*$)"_s);
    const QRegularExpressionMatch match = form.matchView(text);
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    if (!match.hasMatch() || !time.isValid()) {
        return std::nullopt;
    }
    const microseconds fraction(match.captured(5).leftJustified(6, u'0').toInt());
    const QDate today = about.toDateTime().toLocalTime().date();
    const QString stated = match.captured(1);
    if (!stated.isEmpty()) {
        const QDate date = QDate::fromString(stated, Qt::ISODate);
        return date.isValid() ? std::optional(UtcTime::fromDateTime(QDateTime(date, time)) + fraction) : std::nullopt;
    }
    std::optional<UtcTime> nearest;
    for (const int days : {-1, 0, 1}) {
        const UtcTime candidate = UtcTime::fromDateTime(QDateTime(today.addDays(days), time)) + fraction;
        if (!nearest || std::chrono::abs(candidate - about) < std::chrono::abs(*nearest - about)) {
            nearest = candidate;
        }
    }
    return nearest;
}

ClockOffset calibrated(UtcTime statedStart, const KnownMoment &moment)
{
    return ClockOffset(correctionAt(statedStart, moment), moment.uncertainty);
}

std::optional<ClockOffset> calibrated(UtcTime statedStart, const KnownMoment &first, const KnownMoment &second,
                                      const FrameTimes &frames)
{
    const microseconds base = second.clipTime - first.clipTime;
    if (std::chrono::abs(base) < ShortestBase) {
        return std::nullopt;
    }
    const auto baseLength = static_cast<double>(base.count());
    const microseconds change = correctionAt(statedStart, second) - correctionAt(statedStart, first);
    const double drift = static_cast<double>(change.count()) / baseLength;
    if (std::abs(drift) > MostDrift) {
        return std::nullopt;
    }
    const auto firstDrift = microseconds(std::llround(static_cast<double>(first.clipTime.count()) * drift));
    // Between the moments the errors are weighed, beyond them they grow with the distance.
    const auto errorAt = [&](microseconds time) {
        const double share = static_cast<double>((time - first.clipTime).count()) / baseLength;
        return std::abs(1 - share) * static_cast<double>(first.uncertainty.count()) +
               std::abs(share) * static_cast<double>(second.uncertainty.count());
    };
    const double error =
        std::max({errorAt(frames.begin()), errorAt(frames.end()), errorAt(first.clipTime), errorAt(second.clipTime)});
    return ClockOffset(correctionAt(statedStart, first) - firstDrift, microseconds(std::llround(error)),
                       std::llround(drift * Billion));
}

KnownMoment momentOfFrame(const FrameTimes &frames, qint64 frame)
{
    const microseconds half = frames.shownFor(frame) / 2;
    return {.clipTime = frames.at(frame).start + half, .wallTime = {}, .uncertainty = half};
}

std::optional<KnownMoment> matchedMoment(const ReviewTimeline &timeline, std::size_t camera, qint64 frame,
                                         std::size_t other, qint64 otherFrame)
{
    const TimelineClip &reference = timeline.clips().at(other);
    if (!reference.statedStart || camera == other) {
        return std::nullopt;
    }
    const KnownMoment there = momentOfFrame(reference.frames, otherFrame);
    KnownMoment here = momentOfFrame(timeline.clips().at(camera).frames, frame);
    here.wallTime = timeline.lineTimeAt(other, there.clipTime);
    here.uncertainty += there.uncertainty + reference.clock.uncertainty();
    return here;
}

} // namespace Porchlight
