// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/recordwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

template <typename Enum>
std::optional<Enum> valueOf(QStringView word, const std::array<Enum, 3> &values)
{
    for (const Enum value : values) {
        if (toWord(value) == word) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

QString toWord(OfferFate fate)
{
    switch (fate) {
    case OfferFate::Taken:
        return u"taken"_s;
    case OfferFate::Declined:
        return u"declined"_s;
    case OfferFate::Disputed:
        return u"disputed"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString toWord(MarkerChange change)
{
    switch (change) {
    case MarkerChange::Added:
        return u"added"_s;
    case MarkerChange::Changed:
        return u"changed"_s;
    case MarkerChange::Removed:
        return u"removed"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

std::optional<OfferFate> offerFateFromWord(QStringView word)
{
    return valueOf(word, std::array{OfferFate::Taken, OfferFate::Declined, OfferFate::Disputed});
}

std::optional<MarkerChange> markerChangeFromWord(QStringView word)
{
    return valueOf(word, std::array{MarkerChange::Added, MarkerChange::Changed, MarkerChange::Removed});
}

} // namespace Porchlight
