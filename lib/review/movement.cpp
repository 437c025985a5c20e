// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/movement.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

constexpr double SmallestSide = 0.01;
constexpr microseconds LongestPause = 500ms;

std::set<qint64> framesBehindHoles(const FrameTimes &frames)
{
    std::set<qint64> behind;
    for (const TimeHole &hole : frames.holes()) {
        behind.insert(hole.frameBefore + 1);
    }
    return behind;
}

} // namespace

QRectF regionWithin(const QRectF &wanted)
{
    const QRectF region = wanted.normalized();
    const double width = std::clamp(region.width(), SmallestSide, 1.0);
    const double height = std::clamp(region.height(), SmallestSide, 1.0);
    return {std::clamp(region.left(), 0.0, 1 - width), std::clamp(region.top(), 0.0, 1 - height), width, height};
}

std::optional<QRectF> regionFromText(QStringView text)
{
    static const QRegularExpression form(uR"(^\s*(\d+(?:\.\d+)?)(?:\s*[,;]\s*|\s+)(\d+(?:\.\d+)?)(?:\s*[,;]\s*|\s+))"
                                         uR"((\d+(?:\.\d+)?)(?:\s*[,;]\s*|\s+)(\d+(?:\.\d+)?)\s*%?\s*$)"_s);
    const QRegularExpressionMatch match = form.matchView(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto share = [&match](int part) {
        return match.captured(part).toDouble() / 100;
    };
    const QRectF region(share(1), share(2), share(3), share(4));
    constexpr double Edge = 1 + 1e-9;
    const bool isInside =
        region.width() > 0 && region.height() > 0 && region.right() <= Edge && region.bottom() <= Edge;
    return isInside ? std::optional(regionWithin(region)) : std::nullopt;
}

QString regionText(const QRectF &region)
{
    QStringList parts;
    for (const double share : {region.left(), region.top(), region.width(), region.height()}) {
        parts.append(QString::number(std::lround(share * 100)));
    }
    return parts.join(u", "_s);
}

QRectF storedRegion(const QRectF &shown, int quarterTurns, bool isMirrored)
{
    QRectF region = shown;
    for (int turn = 0; turn < quarterTurns; ++turn) {
        // Back by one: what is on the right of the turned picture was on top.
        region = QRectF(region.top(), 1 - region.right(), region.height(), region.width());
    }
    if (isMirrored) {
        region.moveLeft(1 - region.right());
    }
    return region;
}

QRect samplesOf(const QRectF &region, QSize picture)
{
    const QRectF samples(region.left() * picture.width(), region.top() * picture.height(),
                         region.width() * picture.width(), region.height() * picture.height());
    return samples.toAlignedRect().intersected(QRect(QPoint(), picture));
}

std::optional<double> lumaDifference(const LumaPicture &before, const LumaPicture &after, const QRect &area)
{
    const qsizetype bytes = qsizetype{before.size.width()} * before.size.height();
    const bool isSound = before.size == after.size && before.luma.size() == bytes && after.luma.size() == bytes &&
                         !area.isEmpty() && QRect(QPoint(), before.size).contains(area);
    if (!isSound) {
        return std::nullopt;
    }
    qint64 sum = 0;
    for (int line = area.top(); line <= area.bottom(); ++line) {
        const qsizetype start = qsizetype{line} * before.size.width() + area.left();
        const auto *one = reinterpret_cast<const uchar *>(before.luma.constData()) + start;
        const auto *other = reinterpret_cast<const uchar *>(after.luma.constData()) + start;
        for (int sample = 0; sample < area.width(); ++sample) {
            sum += std::abs(int{one[sample]} - int{other[sample]});
        }
    }
    return static_cast<double>(sum) / (static_cast<double>(area.width()) * area.height());
}

std::vector<MovementSpan> movementSpans(std::span<const float> differences, const FrameTimes &frames, double threshold)
{
    const std::set<qint64> behindHoles = framesBehindHoles(frames);
    const qint64 count = std::min(std::ssize(differences), std::ptrdiff_t{frames.count()});
    std::vector<MovementSpan> spans;
    bool isOpen = false;
    for (qint64 frame = 1; frame < count; ++frame) {
        if (behindHoles.contains(frame)) {
            isOpen = false;
            continue;
        }
        const double difference = differences[static_cast<std::size_t>(frame)];
        if (difference < threshold) {
            continue;
        }
        const bool isNear =
            isOpen && frames.at(frame).start - frames.at(spans.back().frames.last).start <= LongestPause;
        if (isNear) {
            spans.back().frames.last = frame;
            spans.back().peak = std::max(spans.back().peak, difference);
        } else {
            spans.push_back({.frames = {.first = frame, .last = frame}, .peak = difference});
        }
        isOpen = true;
    }
    return spans;
}

std::optional<std::size_t> movementBefore(const std::vector<MovementSpan> &spans, qint64 frame)
{
    const auto next =
        std::ranges::lower_bound(spans, frame, {}, [](const MovementSpan &span) { return span.frames.first; });
    return next == spans.begin() ? std::nullopt : std::optional(static_cast<std::size_t>(next - spans.begin()) - 1);
}

std::optional<std::size_t> movementAfter(const std::vector<MovementSpan> &spans, qint64 frame)
{
    const auto next =
        std::ranges::upper_bound(spans, frame, {}, [](const MovementSpan &span) { return span.frames.first; });
    return next == spans.end() ? std::nullopt : std::optional(static_cast<std::size_t>(next - spans.begin()));
}

} // namespace Porchlight
