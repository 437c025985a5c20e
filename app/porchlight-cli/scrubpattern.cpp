// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scrubpattern.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 LocalReach = 30;

constexpr std::array Words{std::pair{"random", ScrubPattern::Random},      std::pair{"local", ScrubPattern::Local},
                           std::pair{"back", ScrubPattern::Back},          std::pair{"forward", ScrubPattern::Forward},
                           std::pair{"hold-back", ScrubPattern::HoldBack}, std::pair{"open", ScrubPattern::Open}};

} // namespace

std::optional<ScrubPattern> scrubPatternFrom(const QString &word)
{
    const auto found = std::ranges::find_if(Words, [&](const auto &pair) { return word == QLatin1String(pair.first); });
    return found == Words.end() ? std::nullopt : std::optional(found->second);
}

QString scrubPatternWords()
{
    QStringList words;
    for (const auto &[word, pattern] : Words) {
        words.append(QString::fromLatin1(word));
    }
    return words.join(u", "_s);
}

QList<qint64> planCourse(const ScrubCourse &course)
{
    QList<qint64> frames;
    if (course.frames <= 0) {
        return frames;
    }
    std::mt19937 generator(course.seed);
    const qint64 last = course.frames - 1;
    const auto anyOf = [&](qint64 from, qint64 to) {
        return std::uniform_int_distribution<qint64>(from, to)(generator);
    };
    qint64 place = course.pattern == ScrubPattern::Forward ? -1 : last / 2;
    if (course.pattern == ScrubPattern::Back || course.pattern == ScrubPattern::HoldBack) {
        place = course.frames;
    }
    for (qint64 i = 0; i < course.count; ++i) {
        switch (course.pattern) {
        case ScrubPattern::Random:
            place = anyOf(0, last);
            break;
        case ScrubPattern::Local:
            place = std::clamp<qint64>(place + anyOf(-LocalReach, LocalReach), 0, last);
            break;
        case ScrubPattern::Back:
        case ScrubPattern::HoldBack:
            --place;
            break;
        case ScrubPattern::Forward:
            ++place;
            break;
        case ScrubPattern::Open:
            place = 0;
            break;
        }
        if (place < 0 || place > last) {
            break;
        }
        frames.append(place);
    }
    return frames;
}

Spread spreadOf(QList<double> values)
{
    if (values.isEmpty()) {
        return {};
    }
    std::ranges::sort(values);
    const auto rank = [&](double share) {
        const auto place = static_cast<qsizetype>(std::ceil(share * static_cast<double>(values.size())));
        return values.at(std::clamp<qsizetype>(place - 1, 0, values.size() - 1));
    };
    return {.p50 = rank(0.5), .p95 = rank(0.95), .most = values.constLast()};
}

} // namespace Porchlight
