// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/agencyfields.h"

#include "agencies/plaintext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct Heading
{
    QLatin1StringView word;
    AgencyField field;
};

/// Folded, without blanks.
constexpr std::array Headings = {
    Heading{"name"_L1, AgencyField::Name},
    Heading{"agency"_L1, AgencyField::Name},
    Heading{"agencyname"_L1, AgencyField::Name},
    Heading{"nameofagency"_L1, AgencyField::Name},
    Heading{"department"_L1, AgencyField::Name},
    Heading{"departmentname"_L1, AgencyField::Name},
    Heading{"nameofdepartment"_L1, AgencyField::Name},
    Heading{"policedepartment"_L1, AgencyField::Name},
    Heading{"lawenforcementagency"_L1, AgencyField::Name},
    Heading{"lea"_L1, AgencyField::Name},
    Heading{"organization"_L1, AgencyField::Name},
    Heading{"organisation"_L1, AgencyField::Name},
    Heading{"kind"_L1, AgencyField::Kind},
    Heading{"type"_L1, AgencyField::Kind},
    Heading{"agencytype"_L1, AgencyField::Kind},
    Heading{"agencytypename"_L1, AgencyField::Kind},
    Heading{"typeoflea"_L1, AgencyField::Kind},
    Heading{"ori"_L1, AgencyField::Ori},
    Heading{"ori9"_L1, AgencyField::Ori},
    Heading{"oricode"_L1, AgencyField::Ori},
    Heading{"orinumber"_L1, AgencyField::Ori},
    Heading{"city"_L1, AgencyField::Place},
    Heading{"town"_L1, AgencyField::Place},
    Heading{"citytown"_L1, AgencyField::Place},
    Heading{"place"_L1, AgencyField::Place},
    Heading{"municipality"_L1, AgencyField::Place},
    Heading{"community"_L1, AgencyField::Place},
    Heading{"county"_L1, AgencyField::County},
    Heading{"counties"_L1, AgencyField::County},
    Heading{"countyname"_L1, AgencyField::County},
    Heading{"primarycounty"_L1, AgencyField::County},
    Heading{"state"_L1, AgencyField::State},
    Heading{"st"_L1, AgencyField::State},
    Heading{"statename"_L1, AgencyField::State},
    Heading{"stateabbr"_L1, AgencyField::State},
    Heading{"statecode"_L1, AgencyField::State},
    Heading{"address"_L1, AgencyField::Address},
    Heading{"fulladdress"_L1, AgencyField::Address},
    Heading{"location"_L1, AgencyField::Address},
    Heading{"lat"_L1, AgencyField::Latitude},
    Heading{"latitude"_L1, AgencyField::Latitude},
    Heading{"icpsrlat"_L1, AgencyField::Latitude},
    Heading{"y"_L1, AgencyField::Latitude},
    Heading{"lon"_L1, AgencyField::Longitude},
    Heading{"lng"_L1, AgencyField::Longitude},
    Heading{"long"_L1, AgencyField::Longitude},
    Heading{"longitude"_L1, AgencyField::Longitude},
    Heading{"icpsrlng"_L1, AgencyField::Longitude},
    Heading{"x"_L1, AgencyField::Longitude},
    Heading{"coordinates"_L1, AgencyField::Coordinates},
    Heading{"coords"_L1, AgencyField::Coordinates},
    Heading{"latlong"_L1, AgencyField::Coordinates},
    Heading{"latlng"_L1, AgencyField::Coordinates},
    Heading{"since"_L1, AgencyField::Since},
    Heading{"joined"_L1, AgencyField::Since},
    Heading{"datejoined"_L1, AgencyField::Since},
    Heading{"joindate"_L1, AgencyField::Since},
    Heading{"activedate"_L1, AgencyField::Since},
    Heading{"activesince"_L1, AgencyField::Since},
    Heading{"startdate"_L1, AgencyField::Since},
    Heading{"until"_L1, AgencyField::Until},
    Heading{"left"_L1, AgencyField::Until},
    Heading{"dateleft"_L1, AgencyField::Until},
    Heading{"enddate"_L1, AgencyField::Until},
    Heading{"requests"_L1, AgencyField::RequestCount},
    Heading{"requestcount"_L1, AgencyField::RequestCount},
    Heading{"numberofrequests"_L1, AgencyField::RequestCount},
    Heading{"videorequests"_L1, AgencyField::RequestCount},
    Heading{"totalrequests"_L1, AgencyField::RequestCount},
    Heading{"approval"_L1, AgencyField::Approval},
    Heading{"councilapproval"_L1, AgencyField::Approval},
    Heading{"legalbasis"_L1, AgencyField::Approval},
    Heading{"agencyprofile"_L1, AgencyField::Profile},
    Heading{"profile"_L1, AgencyField::Profile},
    Heading{"link"_L1, AgencyField::Profile},
    Heading{"link1"_L1, AgencyField::Profile},
    Heading{"url"_L1, AgencyField::Profile},
    Heading{"website"_L1, AgencyField::Profile},
    Heading{"ground"_L1, AgencyField::Ground},
    Heading{"jurisdiction"_L1, AgencyField::Ground},
    Heading{"boundary"_L1, AgencyField::Ground},
};

} // namespace

std::optional<AgencyField> fieldOf(const QString &heading)
{
    QString word = folded(heading);
    word.remove(u' ');
    const auto found = std::ranges::find_if(Headings, [&word](const Heading &known) { return word == known.word; });
    if (found == Headings.end()) {
        return std::nullopt;
    }
    return found->field;
}

qsizetype recognisedColumns(const QStringList &headings)
{
    return std::ranges::count_if(headings, [](const QString &heading) { return fieldOf(heading).has_value(); });
}

} // namespace Porchlight
