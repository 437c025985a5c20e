// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/measures.h"
#include "requests/requestrules.h"

#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr GeoPoint Middle{.latitude = 40.2839, .longitude = -76.8338};

UtcTime now()
{
    return *UtcTime::fromString(u"2026-11-24T15:42:00Z");
}

RequestDraft soundDraft()
{
    return {
        .offence = u"burglary-dwelling"_s,
        .from = UtcTime::fromString(u"2026-11-23T01:00:00Z"),
        .to = UtcTime::fromString(u"2026-11-23T03:30:00Z"),
        .endsAt = UtcTime::fromString(u"2026-12-07T04:59:59Z"),
        .caseNumber = u"2026-004117"_s,
        .text = u"We are looking for footage of a white van. Please share what your camera recorded, if you wish."_s,
        .near = u"Wood Street"_s,
        .area = circleArea({.centre = Middle, .radiusMetres = 300}),
        .officer = {.id = u"2217"_s,
                    .name = u"Officer 2217"_s,
                    .agencyName = u"Larkfield Police Department"_s,
                    .contact = u"717-555-0142"_s},
        .timeZone = u"America/New_York"_s,
    };
}

RequestContext soundContext()
{
    return {.now = now(),
            .jurisdiction = {{.outer = rectangleRing({40.2, -76.9}, {40.35, -76.7}), .holes = {}}},
            .requestsOfCase = 0};
}

std::vector<Finding> check(const RequestDraft &draft, const RequestContext &context = soundContext())
{
    return RequestRules::check(draft, {}, context);
}

} // namespace

class TestRequestRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInASoundDraft()
    {
        const auto findings = check(soundDraft());

        QVERIFY2(findings.empty(),
                 qPrintable(findings.empty() ? QString() : QString::number(static_cast<int>(findings.front().rule))));
    }

    void findsEverythingMissingInAnEmptyDraft()
    {
        const auto findings = check({});

        const auto has = [&findings](RequestRule rule) {
            return std::ranges::count(findings, rule, &Finding::rule) == 1;
        };
        QVERIFY(has(RequestRule::AreaMissing));
        QVERIFY(has(RequestRule::HoursMissing));
        QVERIFY(has(RequestRule::EndMissing));
        QVERIFY(has(RequestRule::OffenceMissing));
        QVERIFY(has(RequestRule::CaseNumberMissing));
        QVERIFY(has(RequestRule::ContactMissing));
        QVERIFY(has(RequestRule::TextMissing));
        QCOMPARE(refusalCount(findings), 7);
    }

    void namesThePartOutsideTheGround()
    {
        RequestDraft draft = soundDraft();
        // The southern half of the circle lies south of the ground.
        draft.area = circleArea({.centre = {.latitude = 40.2, .longitude = -76.8}, .radiusMetres = 300});

        const std::vector<Finding> findings = check(draft);

        QCOMPARE(findings.size(), 1U);
        QVERIFY(findings.front().outside);
        const OutsidePart &outside = *findings.front().outside;
        QVERIFY(std::abs(outside.share - 0.5) < 0.01);
        QVERIFY(outside.place.latitude < 40.2 && outside.place.latitude > 40.197);
        const double half = areaSquareMetres(draft.area->shape) / 2;
        QVERIFY(std::abs(areaSquareMetres(outside.shape) / half - 1) < 0.01);
    }

    void takesAnAreaThatEndsAtTheEdgeOfTheGround()
    {
        RequestDraft draft = soundDraft();
        draft.area = polygonArea({{.outer = rectangleRing({40.2, -76.9}, {40.206, -76.892}), .holes = {}}});

        QVERIFY(check(draft).empty());
    }

    void checksACorridorByItsOutline()
    {
        RequestDraft draft = soundDraft();
        draft.area =
            corridorArea({.route = {Middle, {Middle.latitude, Middle.longitude + 0.01}}, .halfWidthMetres = 60});
        QVERIFY(check(draft).empty());
        draft.area->corridor.halfWidthMetres = 10;
        draft.area = corridorArea(draft.area->corridor);

        QCOMPARE(check(draft).front().rule, RequestRule::AreaTooSmall);
    }

    void keepsTheRouteOfACorridorInTheRequest()
    {
        RequestDraft draft = soundDraft();
        const Corridor corridor{.route = {Middle, {Middle.latitude, Middle.longitude + 0.01}}, .halfWidthMetres = 60};
        draft.area = corridorArea(corridor);

        const RequestArea area = requestOf(draft, CaseId::create()).area;

        QCOMPARE(area.kind, AreaKind::Corridor);
        QCOMPARE(area.route, corridor.route);
        QCOMPARE(area.radiusMetres, 60.0);
        const auto again = draftAreaOf(area);
        QVERIFY(again);
        QCOMPARE(again->corridor, corridor);
        QVERIFY(std::abs(again->squareMetres() / draft.area->squareMetres() - 1) < 1e-5);
    }

    void refusesOneRuleAtATime_data()
    {
        QTest::addColumn<RequestDraft>("draft");
        QTest::addColumn<RequestRule>("rule");
        QTest::addColumn<RequestField>("field");
        const auto with = [](auto change) {
            RequestDraft draft = soundDraft();
            change(draft);
            return draft;
        };
        const auto circle = [with](double radius) {
            return with(
                [radius](RequestDraft &draft) { draft.area = circleArea({.centre = Middle, .radiusMetres = radius}); });
        };
        QTest::newRow("area below 0.025 sq mi") << circle(143.5) << RequestRule::AreaTooSmall << RequestField::Area;
        QTest::newRow("area above 0.5 sq mi") << circle(642.2) << RequestRule::AreaTooLarge << RequestField::Area;
        QTest::newRow("bow-tie") << with([](RequestDraft &draft) {
            draft.area = polygonArea(
                {{.outer = {{{40.28, -76.84}, {40.29, -76.83}, {40.28, -76.83}, {40.29, -76.84}}}, .holes = {}}});
        }) << RequestRule::AreaUnsound
                                 << RequestField::Area;
        QTest::newRow("outside") << with([](RequestDraft &draft) {
            draft.area = circleArea({.centre = {.latitude = 40.2, .longitude = -76.8}, .radiusMetres = 300});
        }) << RequestRule::OutsideJurisdiction
                                 << RequestField::Area;
        QTest::newRow("14 min 59 s") << with([](RequestDraft &draft) { draft.to = *draft.from + 899s; })
                                     << RequestRule::HoursTooShort << RequestField::Hours;
        QTest::newRow("12 h 1 min") << with([](RequestDraft &draft) { draft.to = *draft.from + 721min; })
                                    << RequestRule::HoursTooLong << RequestField::Hours;
        QTest::newRow("backwards") << with([](RequestDraft &draft) { std::swap(draft.from, draft.to); })
                                   << RequestRule::HoursBackwards << RequestField::Hours;
        QTest::newRow("in the future") << with([](RequestDraft &draft) {
            draft.from = now() - 1h;
            draft.to = now() + 1min;
        }) << RequestRule::HoursInFuture
                                       << RequestField::Hours;
        QTest::newRow("46 days ago") << with([](RequestDraft &draft) {
            draft.from = now() - 24h * 45 - 1min;
            draft.to = *draft.from + 1h;
        }) << RequestRule::HoursTooLongAgo
                                     << RequestField::Hours;
        QTest::newRow("ended") << with([](RequestDraft &draft) { draft.endsAt = now(); }) << RequestRule::EndPassed
                               << RequestField::Ends;
        QTest::newRow("open 15 days") << with([](RequestDraft &draft) { draft.endsAt = now() + 24h * 14 + 1s; })
                                      << RequestRule::EndTooLate << RequestField::Ends;
        QTest::newRow("no case") << with([](RequestDraft &draft) { draft.caseNumber = u"  "_s; })
                                 << RequestRule::CaseNumberMissing << RequestField::CaseNumber;
        QTest::newRow("unknown offence") << with([](RequestDraft &draft) { draft.offence = u"loitering"_s; })
                                         << RequestRule::OffenceMissing << RequestField::Offence;
        QTest::newRow("no contact") << with([](RequestDraft &draft) { draft.officer.contact.clear(); })
                                    << RequestRule::ContactMissing << RequestField::Officer;
        QTest::newRow("long text") << with([](RequestDraft &draft) { draft.text = QString(2001, u'a'); })
                                   << RequestRule::TextTooLong << RequestField::Text;
        QTest::newRow("pressure") << with([](RequestDraft &draft) { draft.text = u"You must send it."_s; })
                                  << RequestRule::Pressure << RequestField::Text;
    }

    void refusesOneRuleAtATime()
    {
        QFETCH(const RequestDraft, draft);
        QFETCH(const RequestRule, rule);
        QFETCH(const RequestField, field);

        const auto findings = check(draft);

        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings.front().rule, rule);
        QCOMPARE(findings.front().field, field);
        QCOMPARE(findings.front().severity, Severity::Refusal);
    }

    void acceptsTheLimitsThemselves()
    {
        RequestDraft draft = soundDraft();
        draft.from = now() - 24h * 45;
        draft.to = *draft.from + 12h;
        draft.endsAt = now() + 24h * 14;
        QVERIFY(check(draft).empty());

        draft.to = *draft.from + 15min;
        QVERIFY(check(draft).empty());

        draft.area = circleArea({.centre = Middle, .radiusMetres = 143.6});
        QVERIFY(check(draft).empty());
        draft.area = circleArea({.centre = Middle, .radiusMetres = 642.0});
        QVERIFY(check(draft).empty());
    }

    void allowsTwoRequestsACase()
    {
        RequestContext context = soundContext();
        context.requestsOfCase = 1;
        QVERIFY(check(soundDraft(), context).empty());

        context.requestsOfCase = 2;
        QCOMPARE(check(soundDraft(), context).front().rule, RequestRule::TooManyRequests);
    }

    void warnsWhereTheGroundIsNotKnown()
    {
        RequestContext context = soundContext();
        context.jurisdiction.clear();

        const auto findings = check(soundDraft(), context);

        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings.front().rule, RequestRule::JurisdictionUnknown);
        QCOMPARE(findings.front().severity, Severity::Warning);
        QCOMPARE(refusalCount(findings), 0);
    }

    void showsWhereTheOutlineCrosses()
    {
        RequestDraft draft = soundDraft();
        draft.area = polygonArea(
            {{.outer = {{{40.28, -76.84}, {40.29, -76.83}, {40.28, -76.83}, {40.29, -76.84}}}, .holes = {}}});

        QCOMPARE(check(draft).front().found, u"40.28500, -76.83500"_s);
    }

    void makesTheRequestThatWasChecked()
    {
        const CaseId caseId = CaseId::create();
        RequestDraft draft = soundDraft();
        draft.id = RequestId::create();

        const AreaRequest request = requestOf(draft, caseId);

        QCOMPARE(request.id, draft.id);
        QCOMPARE(request.caseId, caseId);
        QCOMPARE(request.title, u"Burglary near Wood Street"_s);
        QCOMPARE(request.area.kind, AreaKind::Circle);
        QCOMPARE(request.area.radiusMetres, 300.0);
        QVERIFY(std::abs(request.area.squareMetres - 282'743) < 10);
        QCOMPARE(request.window.length(), 150min);
        QCOMPARE(draftAreaOf(request.area), draft.area);
    }
};

QTEST_APPLESS_MAIN(TestRequestRules)
#include "tst_requestrules.moc"
