// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/usstates.h"

#include "agencies/plaintext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct State
{
    QLatin1StringView code;
    QLatin1StringView name;
};

constexpr std::array States = {
    State{"AL"_L1, "Alabama"_L1},
    State{"AK"_L1, "Alaska"_L1},
    State{"AZ"_L1, "Arizona"_L1},
    State{"AR"_L1, "Arkansas"_L1},
    State{"CA"_L1, "California"_L1},
    State{"CO"_L1, "Colorado"_L1},
    State{"CT"_L1, "Connecticut"_L1},
    State{"DE"_L1, "Delaware"_L1},
    State{"DC"_L1, "District of Columbia"_L1},
    State{"FL"_L1, "Florida"_L1},
    State{"GA"_L1, "Georgia"_L1},
    State{"HI"_L1, "Hawaii"_L1},
    State{"ID"_L1, "Idaho"_L1},
    State{"IL"_L1, "Illinois"_L1},
    State{"IN"_L1, "Indiana"_L1},
    State{"IA"_L1, "Iowa"_L1},
    State{"KS"_L1, "Kansas"_L1},
    State{"KY"_L1, "Kentucky"_L1},
    State{"LA"_L1, "Louisiana"_L1},
    State{"ME"_L1, "Maine"_L1},
    State{"MD"_L1, "Maryland"_L1},
    State{"MA"_L1, "Massachusetts"_L1},
    State{"MI"_L1, "Michigan"_L1},
    State{"MN"_L1, "Minnesota"_L1},
    State{"MS"_L1, "Mississippi"_L1},
    State{"MO"_L1, "Missouri"_L1},
    State{"MT"_L1, "Montana"_L1},
    State{"NE"_L1, "Nebraska"_L1},
    State{"NV"_L1, "Nevada"_L1},
    State{"NH"_L1, "New Hampshire"_L1},
    State{"NJ"_L1, "New Jersey"_L1},
    State{"NM"_L1, "New Mexico"_L1},
    State{"NY"_L1, "New York"_L1},
    State{"NC"_L1, "North Carolina"_L1},
    State{"ND"_L1, "North Dakota"_L1},
    State{"OH"_L1, "Ohio"_L1},
    State{"OK"_L1, "Oklahoma"_L1},
    State{"OR"_L1, "Oregon"_L1},
    State{"PA"_L1, "Pennsylvania"_L1},
    State{"RI"_L1, "Rhode Island"_L1},
    State{"SC"_L1, "South Carolina"_L1},
    State{"SD"_L1, "South Dakota"_L1},
    State{"TN"_L1, "Tennessee"_L1},
    State{"TX"_L1, "Texas"_L1},
    State{"UT"_L1, "Utah"_L1},
    State{"VT"_L1, "Vermont"_L1},
    State{"VA"_L1, "Virginia"_L1},
    State{"WA"_L1, "Washington"_L1},
    State{"WV"_L1, "West Virginia"_L1},
    State{"WI"_L1, "Wisconsin"_L1},
    State{"WY"_L1, "Wyoming"_L1},
    State{"AS"_L1, "American Samoa"_L1},
    State{"CZ"_L1, "Canal Zone"_L1},
    State{"GU"_L1, "Guam"_L1},
    State{"MP"_L1, "Northern Mariana Islands"_L1},
    State{"PR"_L1, "Puerto Rico"_L1},
    State{"VI"_L1, "Virgin Islands"_L1},
    // Other spellings come last, so that a code finds its usual name.
    State{"DC"_L1, "Washington DC"_L1},
    State{"NE"_L1, "NB"_L1},
    State{"VI"_L1, "US Virgin Islands"_L1},
};

} // namespace

QString stateCode(const QString &text)
{
    const QString wanted = folded(text);
    for (const State &state : States) {
        if (wanted.compare(state.code, Qt::CaseInsensitive) == 0 ||
            wanted.compare(state.name, Qt::CaseInsensitive) == 0) {
            return state.code;
        }
    }
    // "N.C." folds to "n c".
    QString joined = wanted;
    joined.remove(u' ');
    const bool isSpelledOut = joined.size() == 2 && wanted.size() == 3;
    return isSpelledOut ? stateCode(joined) : QString();
}

QString stateName(QStringView code)
{
    const auto found = std::ranges::find_if(States, [code](const State &state) { return code == state.code; });
    return found == States.end() ? QString() : QString(found->name);
}

} // namespace Porchlight
