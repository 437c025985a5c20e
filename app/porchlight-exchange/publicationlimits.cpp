// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publicationlimits.h"

#include "geo/geojson.h"
#include "geo/measures.h"
#include "geo/validity.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype LongestLine = 200;
constexpr std::chrono::minutes ClockSlack{5};
constexpr double MeasureSlack = 0.001; ///< A circle's outline has slightly less area than its disc.

QStringList textFaults(const AreaRequest &request, const RequestPolicy &policy)
{
    QStringList faults;
    const auto need = [&faults](const QString &text, const QString &what) {
        if (text.trimmed().isEmpty()) {
            faults.append(u"%1 is missing."_s.arg(what));
        } else if (text.size() > LongestLine) {
            faults.append(u"%1 is longer than %2 characters."_s.arg(what).arg(LongestLine));
        }
    };
    need(request.title, u"The title"_s);
    need(request.caseNumber, u"The case number"_s);
    need(request.offence, u"The offence"_s);
    need(request.officer.name, u"The officer's name"_s);
    need(request.officer.agencyName, u"The agency"_s);
    need(request.officer.contact, u"A telephone number or e-mail address for residents"_s);
    if (request.text.trimmed().isEmpty()) {
        faults.append(u"The text is missing."_s);
    } else if (request.text.size() > policy.maximumTextCharacters) {
        faults.append(u"The text is longer than %1 characters."_s.arg(policy.maximumTextCharacters));
    }
    return faults;
}

QStringList timeFaults(const AreaRequest &request, const RequestPolicy &policy, UtcTime now)
{
    QStringList faults;
    const auto length = request.window.length();
    if (length < policy.minimumWindow || length > policy.maximumWindow) {
        faults.append(u"The hours asked for must span %1 to %2 minutes."_s.arg(policy.minimumWindow.count())
                          .arg(policy.maximumWindow.count()));
    }
    if (request.window.begin < now - policy.lookBack - ClockSlack) {
        faults.append(u"The hours lie more than %1 days back."_s.arg(policy.lookBack.count()));
    }
    if (request.window.end > now + ClockSlack) {
        faults.append(u"The hours end in the future. Only what is recorded already can be asked for."_s);
    }
    if (request.endsAt <= now || request.endsAt > now + policy.maximumOpen + ClockSlack) {
        faults.append(u"The request must end within %1 days."_s.arg(policy.maximumOpen.count()));
    }
    return faults;
}

QStringList areaFaults(const RequestArea &area, const RequestPolicy &policy)
{
    const auto shape = readArea(area.geoJson);
    if (!shape || findFault(*shape)) {
        return {u"The area is not one sound polygon."_s};
    }
    const double measured = areaSquareMetres(*shape);
    QStringList faults;
    if (measured < policy.minimumSquareMetres * (1 - MeasureSlack) ||
        measured > policy.maximumSquareMetres * (1 + MeasureSlack)) {
        faults.append(u"The area has %1 square miles; %2 to %3 are allowed."_s.arg(squareMiles(measured), 0, 'f', 3)
                          .arg(squareMiles(policy.minimumSquareMetres), 0, 'f', 3)
                          .arg(squareMiles(policy.maximumSquareMetres), 0, 'f', 3));
    }
    if (std::abs(area.squareMetres - measured) > measured / 100) {
        faults.append(u"The area named differs from the area drawn."_s);
    }
    return faults;
}

} // namespace

QStringList brokenLimits(const AreaRequest &request, const RequestPolicy &policy, UtcTime now)
{
    return textFaults(request, policy) + timeFaults(request, policy, now) + areaFaults(request.area, policy);
}

} // namespace Porchlight
