// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/residentview.h"

#include "requests/offences.h"
#include "requests/requesttime.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

QString residentTitle(const QString &offence, const QString &near)
{
    const Offence *known = findOffence(offence);
    const QString title = known == nullptr ? u"Request for footage"_s : known->title;
    return near.trimmed().isEmpty() ? title : u"%1 near %2"_s.arg(title, near.trimmed());
}

ResidentView residentView(const AreaRequest &request)
{
    const QTimeZone zone = zoneOf(request.timeZone);
    return {
        .agency = request.officer.agencyName,
        .officer = request.officer.name,
        .title = request.title,
        .hours = request.window.begin.isNull() || request.window.end.isNull() ? QString()
                                                                              : hoursForResidents(request.window, zone),
        .caseLine = request.caseNumber.isEmpty() ? QString() : u"case %1"_s.arg(request.caseNumber),
        .ends = request.endsAt.isNull() ? QString() : u"ends %1"_s.arg(dayForResidents(request.endsAt, zone)),
        .text = request.text,
        .contact = request.officer.contact,
        .choice = u"Nobody learns whether you looked or ignored this. You may insist on a warrant."_s,
    };
}

} // namespace Porchlight
