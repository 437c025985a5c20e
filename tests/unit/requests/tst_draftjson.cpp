// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/draftjson.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

RequestDraft fullDraft()
{
    return {
        .id = RequestId::create(),
        .offence = u"burglary-dwelling"_s,
        .from = UtcTime::fromString(u"2026-11-23T01:00:00Z"),
        .to = UtcTime::fromString(u"2026-11-23T03:30:00Z"),
        .endsAt = UtcTime::fromString(u"2026-12-07T04:59:59Z"),
        .caseNumber = u"2026-004117"_s,
        .text = u"A white van."_s,
        .near = u"Wood Street"_s,
        .area = circleArea({.centre = {.latitude = 40.28, .longitude = -76.83}, .radiusMetres = 300}),
        .officer = {.id = u"2217"_s, .name = u"Officer 2217"_s, .agencyName = u"Larkfield"_s, .contact = u"1"_s},
        .timeZone = u"America/New_York"_s,
    };
}

} // namespace

class TestDraftJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsADraft()
    {
        const RequestDraft draft = fullDraft();

        const auto again = draftFromJson(toJson(draft));

        QVERIFY(again);
        QCOMPARE(*again, draft);
    }

    void keepsAnUnfinishedDraft()
    {
        QCOMPARE(draftFromJson(toJson(RequestDraft())).value(), RequestDraft());
        QCOMPARE(readDraft("{}").value(), RequestDraft());
    }

    void keepsARectangleAsOne()
    {
        RequestDraft draft = fullDraft();
        draft.area =
            polygonArea({{.outer = rectangleRing({40.28, -76.84}, {40.29, -76.83}), .holes = {}}}, AreaKind::Rectangle);

        const auto again = draftFromJson(toJson(draft));

        QVERIFY(again);
        QCOMPARE(again->area->kind, AreaKind::Rectangle);
    }

    void keepsACorridorAsRouteAndWidth()
    {
        RequestDraft draft = fullDraft();
        draft.area = corridorArea({.route = {{40.28, -76.84}, {40.29, -76.83}}, .halfWidthMetres = 40.5});

        const auto again = draftFromJson(toJson(draft));

        QVERIFY(again);
        QCOMPARE(*again, draft);
    }

    void namesTheMemberThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<DraftError>("error");
        QTest::addColumn<QString>("word");
        QTest::newRow("time without a zone")
            << QByteArray(R"({"from":"2026-11-22T20:00"})") << DraftError::BadMember << u"from"_s;
        QTest::newRow("number for a text")
            << QByteArray(R"({"caseNumber":4117})") << DraftError::BadMember << u"caseNumber"_s;
        QTest::newRow("no UUID") << QByteArray(R"({"id":"7"})") << DraftError::BadMember << u"id"_s;
        QTest::newRow("no area") << QByteArray(R"({"area":{"type":"Point","coordinates":[1,2]}})")
                                 << DraftError::BadArea << QString();
        QTest::newRow("circle without radius")
            << QByteArray(R"({"area":{"type":"Circle","centre":[1,2]}})") << DraftError::BadArea << u"radiusMetres"_s;
        QTest::newRow("corridor without width") << QByteArray(R"({"area":{"type":"Corridor","route":[[1,2],[3,4]]}})")
                                                << DraftError::BadArea << u"halfWidthMetres"_s;
        QTest::newRow("corridor of one point")
            << QByteArray(R"({"area":{"type":"Corridor","route":[[1,2]],"halfWidthMetres":9}})") << DraftError::BadArea
            << u"route"_s;
        QTest::newRow("no JSON") << QByteArray("offence: burglary\n") << DraftError::NotJson << u"line 1"_s;
        QTest::newRow("a list") << QByteArray("[]") << DraftError::NotJson << QString();
    }

    void namesTheMemberThatIsWrong()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const DraftError, error);
        QFETCH(const QString, word);

        const auto draft = readDraft(json);

        QVERIFY(!draft);
        QCOMPARE(draft.error().code, error);
        QVERIFY2(draft.error().detail.contains(word), qPrintable(draft.error().detail));
    }
};

QTEST_APPLESS_MAIN(TestDraftJson)
#include "tst_draftjson.moc"
