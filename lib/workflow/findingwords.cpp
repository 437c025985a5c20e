// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/findingwords.h"

#include "geo/measures.h"
#include "requests/requestrules.h"
#include "requests/requesttime.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Findings", text);
}

QString miles(double squareMetres)
{
    return QLocale::c().toString(squareMiles(squareMetres), 'g', 3);
}

QString outsideSentence(const Finding &finding)
{
    const OutsidePart outside = finding.outside.value_or(OutsidePart{});
    if (outside.share > 0.999) {
        return tr("The whole area lies outside the ground of %1. Draw it inside.").arg(finding.found);
    }
    const double percent = outside.share * 100;
    return tr("%1 % of the area, near %2, %3, lies outside the ground of %4. Draw it inside.")
        .arg(percent < 1 ? tr("Less than 1") : QString::number(percent, 'f', 0),
             QString::number(outside.place.latitude, 'f', 5), QString::number(outside.place.longitude, 'f', 5),
             finding.found);
}

FindingWords areaWords(const Finding &finding, const RequestPolicy &policy)
{
    switch (finding.rule) {
    case RequestRule::AreaMissing:
        return {tr("Area"), tr("Draw the area on the map.")};
    case RequestRule::AreaUnsound:
        return {tr("Area"), tr("The outline crosses or touches itself near %1. Move that corner.").arg(finding.found)};
    case RequestRule::AreaTooSmall:
        return {tr("Smallest area"),
                tr("%1 sq mi is less than the %2 sq mi that a request must have. Draw it larger, so "
                   "that it does not point at single homes.")
                    .arg(miles(finding.found.toDouble()), miles(policy.minimumSquareMetres))};
    case RequestRule::AreaTooLarge:
        return {tr("Largest area"), tr("%1 sq mi is more than the %2 sq mi that a request may have. Draw it smaller.")
                                        .arg(miles(finding.found.toDouble()), miles(policy.maximumSquareMetres))};
    case RequestRule::OutsideJurisdiction:
        return {tr("Jurisdiction"), outsideSentence(finding)};
    default:
        return {tr("Jurisdiction"),
                tr("The ground of %1 is not on file, so it is not checked whether the area lies in it.")
                    .arg(finding.found.isEmpty() ? tr("your agency") : finding.found)};
    }
}

FindingWords hoursWords(const Finding &finding, const RequestPolicy &policy)
{
    switch (finding.rule) {
    case RequestRule::HoursMissing:
        return {tr("Hours"), tr("Say from when and to when, for example 22 Nov, 20:00.")};
    case RequestRule::HoursBackwards:
        return {tr("Hours"), tr("The end is not after the beginning.")};
    case RequestRule::HoursTooShort:
        return {tr("Shortest window"), tr("Ask for at least %1.").arg(lengthText(policy.minimumWindow))};
    case RequestRule::HoursTooLong:
        return {tr("Longest window"), tr("Ask for at most %1.").arg(lengthText(policy.maximumWindow))};
    case RequestRule::HoursInFuture:
        return {tr("Past only"), tr("A request asks for what was recorded already: the end must be in the past.")};
    case RequestRule::HoursTooLongAgo:
        return {tr("Look-back"), tr("The hours begin more than %1 days ago.").arg(policy.lookBack.count())};
    case RequestRule::EndMissing:
        return {tr("Expiry"),
                tr("Say on which day the request ends, at most %1 days from now.").arg(policy.maximumOpen.count())};
    case RequestRule::EndPassed:
        return {tr("Expiry"), tr("The request would have ended already.")};
    default:
        return {tr("Expiry"), tr("A request stays open for at most %1 days.").arg(policy.maximumOpen.count())};
    }
}

FindingWords formWords(const Finding &finding, const RequestPolicy &policy)
{
    switch (finding.rule) {
    case RequestRule::OffenceMissing:
        return {tr("Offence"), tr("Choose the offence that is investigated.")};
    case RequestRule::CaseNumberMissing:
        return {tr("Case number"), tr("A request belongs to an active investigation: give its number.")};
    case RequestRule::TooManyRequests:
        return {tr("Requests per case"), tr("%1 requests were published for this case; %2 are allowed.")
                                             .arg(finding.found)
                                             .arg(policy.requestsPerCase)};
    case RequestRule::ContactMissing:
        return {tr("Contact"), tr("Residents must be able to reach you: give a telephone number or e-mail address in "
                                  "the settings.")};
    case RequestRule::TextMissing:
        return {tr("Text"), tr("Say what you are looking for.")};
    default:
        return {tr("Length"),
                tr("%1 characters; at most %2 are allowed.").arg(finding.found).arg(policy.maximumTextCharacters)};
    }
}

FindingWords textWords(const Finding &finding)
{
    switch (finding.rule) {
    case RequestRule::LawfulActivity:
        return {tr("Lawful activity"),
                tr("A request is never about protest, worship, the press or other lawful activity. "
                   "“%1” has to go.")
                    .arg(finding.found)};
    case RequestRule::RaceAlone:
        return {tr("Race alone"), tr("“%1” describes a person by race alone. Say what was worn, carried or driven, or "
                                     "leave it out.")
                                      .arg(finding.found)};
    case RequestRule::Pressure:
        return {tr("Pressure"), tr("Residents are free to ignore a request. Write “%1”.").arg(finding.suggestion)};
    case RequestRule::Threat:
        return {tr("Threat"),
                tr("Nothing may happen to anybody who ignores a request. “%1” has to go.").arg(finding.found)};
    case RequestRule::Harassment:
        return {tr("Insult"), tr("“%1” insults. Write “%2”.").arg(finding.found, finding.suggestion)};
    case RequestRule::PersonalData:
        return {tr("Personal data"),
                tr("“%1” is personal data. Your own contact stands beside the text already.").arg(finding.found)};
    case RequestRule::VictimNamed:
        return {tr("Victim's name"), tr("Victims are not named. Write “%1”.").arg(finding.suggestion)};
    case RequestRule::Announcement:
        return {tr("Announcement"), tr("“%1”: a request is no place for announcements or events.").arg(finding.found)};
    case RequestRule::TooBroad:
        return {tr("Too broad"),
                tr("“%1” asks for more than the case may need. Say what you are looking for.").arg(finding.found)};
    default:
        return {tr("Presumption"),
                tr("“%1”: nobody in a clip is guilty yet. Write “%2”.").arg(finding.found, finding.suggestion)};
    }
}

} // namespace

FindingWords wordsFor(const Finding &finding, const RequestPolicy &policy)
{
    switch (finding.rule) {
    case RequestRule::AreaMissing:
    case RequestRule::AreaUnsound:
    case RequestRule::AreaTooSmall:
    case RequestRule::AreaTooLarge:
    case RequestRule::OutsideJurisdiction:
    case RequestRule::JurisdictionUnknown:
        return areaWords(finding, policy);
    case RequestRule::HoursMissing:
    case RequestRule::HoursBackwards:
    case RequestRule::HoursTooShort:
    case RequestRule::HoursTooLong:
    case RequestRule::HoursInFuture:
    case RequestRule::HoursTooLongAgo:
    case RequestRule::EndMissing:
    case RequestRule::EndPassed:
    case RequestRule::EndTooLate:
        return hoursWords(finding, policy);
    case RequestRule::OffenceMissing:
    case RequestRule::CaseNumberMissing:
    case RequestRule::TooManyRequests:
    case RequestRule::ContactMissing:
    case RequestRule::TextMissing:
    case RequestRule::TextTooLong:
        return formWords(finding, policy);
    case RequestRule::LawfulActivity:
    case RequestRule::RaceAlone:
    case RequestRule::Pressure:
    case RequestRule::Threat:
    case RequestRule::Harassment:
    case RequestRule::PersonalData:
    case RequestRule::VictimNamed:
    case RequestRule::Announcement:
    case RequestRule::TooBroad:
    case RequestRule::Presumption:
        return textWords(finding);
    }
    Q_UNREACHABLE_RETURN({});
}

QString refusalsText(std::span<const Finding> findings)
{
    const int count = refusalCount(findings);
    if (count == 0) {
        return {};
    }
    return count == 1 ? tr("1 finding to mend first") : tr("%1 findings to mend first").arg(count);
}

} // namespace Porchlight
