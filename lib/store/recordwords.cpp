// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/recordwords.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::array FateWords = {
    Word{OfferFate::Taken, "taken"_L1},
    Word{OfferFate::Declined, "declined"_L1},
    Word{OfferFate::Disputed, "disputed"_L1},
};
constexpr std::array ChangeWords = {
    Word{MarkerChange::Added, "added"_L1},
    Word{MarkerChange::Changed, "changed"_L1},
    Word{MarkerChange::Removed, "removed"_L1},
};
constexpr std::array KindWords = {
    Word{StillKind::Frame, "frame"_L1},
    Word{StillKind::ContactSheet, "contactSheet"_L1},
};

} // namespace

QString toWord(OfferFate fate)
{
    return wordIn(FateWords, fate);
}

QString toWord(MarkerChange change)
{
    return wordIn(ChangeWords, change);
}

QString toWord(StillKind kind)
{
    return wordIn(KindWords, kind);
}

std::optional<OfferFate> offerFateFromWord(QStringView word)
{
    return valueIn(FateWords, word);
}

std::optional<MarkerChange> markerChangeFromWord(QStringView word)
{
    return valueIn(ChangeWords, word);
}

std::optional<StillKind> stillKindFromWord(QStringView word)
{
    return valueIn(KindWords, word);
}

} // namespace Porchlight
