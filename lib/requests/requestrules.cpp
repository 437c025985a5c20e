// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/requestrules.h"

#include "geo/measures.h"
#include "geo/validity.h"
#include "requests/offences.h"
#include "requests/textrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Findings = std::vector<Finding>;

void refuse(Findings &findings, RequestRule rule, RequestField field, QString found = {})
{
    findings.push_back({.rule = rule, .field = field, .found = std::move(found)});
}

QString placeText(GeoPoint place)
{
    return u"%1, %2"_s.arg(place.latitude, 0, 'f', 5).arg(place.longitude, 0, 'f', 5);
}

void checkArea(const RequestDraft &draft, const RequestPolicy &policy, const RequestContext &context,
               Findings &findings)
{
    if (!draft.area) {
        refuse(findings, RequestRule::AreaMissing, RequestField::Area);
        return;
    }
    if (const auto fault = findFault(draft.area->shape)) {
        refuse(findings, RequestRule::AreaUnsound, RequestField::Area, placeText(fault->place));
        return;
    }
    const double area = draft.area->squareMetres();
    if (area < policy.minimumSquareMetres) {
        refuse(findings, RequestRule::AreaTooSmall, RequestField::Area, QString::number(area, 'f', 0));
    }
    if (area > policy.maximumSquareMetres) {
        refuse(findings, RequestRule::AreaTooLarge, RequestField::Area, QString::number(area, 'f', 0));
    }
    if (context.jurisdiction.empty()) {
        findings.push_back({.rule = RequestRule::JurisdictionUnknown,
                            .field = RequestField::Area,
                            .severity = Severity::Warning,
                            .found = draft.officer.agencyName});
    } else if (auto outside = outsidePart(draft.area->shape, context.jurisdiction)) {
        refuse(findings, RequestRule::OutsideJurisdiction, RequestField::Area, draft.officer.agencyName);
        findings.back().outside = std::move(outside);
    }
}

void checkHours(const RequestDraft &draft, const RequestPolicy &policy, const RequestContext &context,
                Findings &findings)
{
    if (!draft.from || !draft.to) {
        refuse(findings, RequestRule::HoursMissing, RequestField::Hours);
        return;
    }
    const auto length = *draft.to - *draft.from;
    if (length <= std::chrono::microseconds::zero()) {
        refuse(findings, RequestRule::HoursBackwards, RequestField::Hours);
    } else if (length < policy.minimumWindow) {
        refuse(findings, RequestRule::HoursTooShort, RequestField::Hours);
    } else if (length > policy.maximumWindow) {
        refuse(findings, RequestRule::HoursTooLong, RequestField::Hours);
    }
    if (*draft.to > context.now) {
        refuse(findings, RequestRule::HoursInFuture, RequestField::Hours);
    }
    if (*draft.from < context.now - policy.lookBack) {
        refuse(findings, RequestRule::HoursTooLongAgo, RequestField::Hours);
    }
}

void checkEnd(const RequestDraft &draft, const RequestPolicy &policy, const RequestContext &context, Findings &findings)
{
    if (!draft.endsAt) {
        refuse(findings, RequestRule::EndMissing, RequestField::Ends);
    } else if (*draft.endsAt <= context.now) {
        refuse(findings, RequestRule::EndPassed, RequestField::Ends);
    } else if (*draft.endsAt > context.now + policy.maximumOpen) {
        refuse(findings, RequestRule::EndTooLate, RequestField::Ends);
    }
}

void checkCase(const RequestDraft &draft, const RequestPolicy &policy, const RequestContext &context,
               Findings &findings)
{
    if (findOffence(draft.offence) == nullptr) {
        refuse(findings, RequestRule::OffenceMissing, RequestField::Offence, draft.offence);
    }
    if (draft.caseNumber.trimmed().isEmpty()) {
        refuse(findings, RequestRule::CaseNumberMissing, RequestField::CaseNumber);
    } else if (context.requestsOfCase >= policy.requestsPerCase) {
        refuse(findings, RequestRule::TooManyRequests, RequestField::CaseNumber,
               QString::number(context.requestsOfCase));
    }
    if (draft.officer.contact.trimmed().isEmpty()) {
        refuse(findings, RequestRule::ContactMissing, RequestField::Officer, draft.officer.name);
    }
}

void checkWords(const RequestDraft &draft, const RequestPolicy &policy, Findings &findings)
{
    if (draft.text.trimmed().isEmpty()) {
        refuse(findings, RequestRule::TextMissing, RequestField::Text);
        return;
    }
    if (draft.text.size() > policy.maximumTextCharacters) {
        refuse(findings, RequestRule::TextTooLong, RequestField::Text, QString::number(draft.text.size()));
        findings.back().start = policy.maximumTextCharacters;
        findings.back().length = draft.text.size() - policy.maximumTextCharacters;
    }
    const bool isSearch = draft.offence == "missing-person"_L1 || draft.offence == "abduction"_L1;
    const Findings words = checkText(draft.text, {.contact = draft.officer.contact, .mayNameAPerson = isSearch});
    findings.insert(findings.end(), words.begin(), words.end());
}

} // namespace

std::optional<OutsidePart> outsidePart(const MultiPolygon &area, const MultiPolygon &ground)
{
    if (covers(ground, area)) {
        return std::nullopt;
    }
    MultiPolygon shape = difference(area, ground);
    const auto largest =
        std::ranges::max_element(shape, {}, [](const Polygon &part) { return areaSquareMetres(part); });
    // Less than that is the rounding of a common edge.
    constexpr double LeastSquareMetres = 1;
    const double outside = areaSquareMetres(shape);
    if (largest == shape.end() || outside < LeastSquareMetres) {
        return std::nullopt;
    }
    const double share = std::min(1.0, outside / areaSquareMetres(area));
    const GeoPoint place = centreOf({*largest}).value_or(largest->outer.points.front());
    return OutsidePart{.shape = std::move(shape), .share = share, .place = place};
}

std::vector<Finding> RequestRules::check(const RequestDraft &draft, const RequestPolicy &policy,
                                         const RequestContext &context)
{
    Findings findings;
    checkArea(draft, policy, context, findings);
    checkHours(draft, policy, context, findings);
    checkEnd(draft, policy, context, findings);
    checkCase(draft, policy, context, findings);
    checkWords(draft, policy, findings);
    return findings;
}

int refusalCount(std::span<const Finding> findings)
{
    return static_cast<int>(std::ranges::count(findings, Severity::Refusal, &Finding::severity));
}

} // namespace Porchlight
