// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/agencydirectory.h"
#include "agencies/jurisdictionindex.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

Agency agency(const QString &name, const QString &place, const QString &state, const QString &ori = {})
{
    Agency result;
    result.id = AgencyId::create();
    result.name = name;
    result.place = place;
    result.state = state;
    result.ori = ori;
    return result;
}

AgencyDirectory someDirectory()
{
    Agency larkfield = agency(u"Larkfield Police Department"_s, u"Larkfield"_s, u"PA"_s, u"PAX990100"_s);
    larkfield.position = GeoPoint{.latitude = 40.28, .longitude = -76.83};
    larkfield.since = QDate(2019, 3, 12);
    larkfield.approval = u"Council approval 2019-02"_s;
    Agency campus = agency(u"State Campus Police"_s, u"Larkfield"_s, u"PA"_s);
    campus.since = QDate(2018, 5, 1);
    campus.until = QDate(2024, 1, 31);
    Agency attu = agency(u"Attu Public Safety"_s, u"Attu"_s, u"AK"_s);
    attu.position = GeoPoint{.latitude = 52.9, .longitude = 173.1};
    return AgencyDirectory({
        larkfield,
        campus,
        attu,
        agency(u"Pe\u00f1a County Sheriff\u2019s Office"_s, u""_s, u"NM"_s),
        agency(u"Saint Albans Township Police"_s, u"Saint Albans"_s, u"VT"_s),
    });
}

QStringList names(const AgencyDirectory &directory, const AgencyQuery &query)
{
    QStringList result;
    for (const std::size_t index : directory.search(query)) {
        result.append(directory.agencies()[index].name);
    }
    return result;
}

} // namespace

class TestAgencyDirectory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByNamePlaceStateAndOri_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("name") << u"larkfield police"_s << u"Larkfield Police Department"_s;
        QTest::newRow("beginnings, any order") << u"dep lark"_s << u"Larkfield Police Department"_s;
        QTest::newRow("abbreviation") << u"Larkfield PD"_s << u"Larkfield Police Department"_s;
        QTest::newRow("accent left out") << u"pena"_s << u"Pe\u00f1a County Sheriff\u2019s Office"_s;
        QTest::newRow("apostrophe left out") << u"sheriffs"_s << u"Pe\u00f1a County Sheriff\u2019s Office"_s;
        QTest::newRow("apostrophe of another kind") << u"Sheriff's"_s << u"Pe\u00f1a County Sheriff\u2019s Office"_s;
        QTest::newRow("state in full") << u"new mexico"_s << u"Pe\u00f1a County Sheriff\u2019s Office"_s;
        QTest::newRow("ORI") << u"pax9901"_s << u"Larkfield Police Department"_s;
        QTest::newRow("saint") << u"st albans twp"_s << u"Saint Albans Township Police"_s;
        QTest::newRow("place") << u"attu"_s << u"Attu Public Safety"_s;
    }

    void findsByNamePlaceStateAndOri()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, first);

        const QStringList found = names(someDirectory(), {.text = text});

        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first(), first);
    }

    void putsNamesThatBeginWithTheTextFirst()
    {
        QCOMPARE(names(someDirectory(), {.text = u"larkfield"_s}),
                 (QStringList{u"Larkfield Police Department"_s, u"State Campus Police"_s}));
    }

    void findsNothingForNonsense() { QVERIFY(names(someDirectory(), {.text = u"zzz"_s}).isEmpty()); }

    void narrows()
    {
        const AgencyDirectory directory = someDirectory();

        QCOMPARE(names(directory, {}).size(), 5);
        QCOMPARE(names(directory, {.state = u"PA"_s}).size(), 2);
        QCOMPARE(names(directory, {.asOf = QDate(2020, 1, 1)}).size(), 5);
        QCOMPARE(names(directory, {.asOf = QDate(2024, 1, 31)}).size(), 4);
        QCOMPARE(names(directory, {.state = u"PA"_s, .asOf = QDate(2018, 12, 31)}),
                 QStringList{u"State Campus Police"_s});
        QCOMPARE(names(directory, {.withApprovalOnly = true}), QStringList{u"Larkfield Police Department"_s});
    }

    void searchesBoundsAcross180Degrees()
    {
        const GeoBounds aleutians{.south = 50, .west = 170, .north = 55, .east = -160};

        QCOMPARE(names(someDirectory(), {.bounds = aleutians}), QStringList{u"Attu Public Safety"_s});
    }

    void searchesTwentyThousandWithinAFrame()
    {
        std::vector<Agency> many;
        for (int i = 0; i < 23'000; ++i) {
            many.push_back(
                agency(u"Number %1 Township Police Department"_s.arg(i), u"Place %1"_s.arg(i % 999), u"PA"_s));
        }
        const AgencyDirectory directory(std::move(many));
        QElapsedTimer timer;
        timer.start();

        const auto found = directory.search({.text = u"number 22999"_s});

        QCOMPARE(found.size(), 1U);
        QVERIFY2(timer.elapsed() < 250, qPrintable(QString::number(timer.elapsed())));
    }

    void knowsWhoseGroundItIs()
    {
        Agency town = agency(u"Town Police"_s, {}, u"PA"_s);
        town.jurisdiction = R"({"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]})";
        Agency county = agency(u"County Sheriff"_s, {}, u"PA"_s);
        county.jurisdiction = R"({"type":"Polygon","coordinates":[[[-5,-5],[5,-5],[5,5],[-5,5],[-5,-5]]]})";
        Agency gone = county;
        gone.until = QDate(2024, 1, 1);
        const JurisdictionIndex index({town, county, gone});

        QCOMPARE(index.at({1, 1}).size(), 2U);
        QCOMPARE(index.at({3, 3}).size(), 1U);
        QVERIFY(index.at({10, 10}).empty());
        const MultiPolygon area{{.outer = rectangleRing({1, 1}, {3, 3}), .holes = {}}};
        const auto around = index.around(area);
        QCOMPARE(around.size(), 1U);
        QCOMPARE(around.front()->name, u"County Sheriff"_s);
        QVERIFY(index.of(town.id) != nullptr);
        QCOMPARE(index.meeting(area).size(), 2U);
        QCOMPARE(index.overlaps().size(), 1U);
    }

    void prefersTheImportedGround()
    {
        Agency town = agency(u"Town Police"_s, {}, u"PA"_s);
        town.jurisdiction = R"({"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]})";
        const Agency bare = agency(u"Bare Police"_s, {}, u"PA"_s);
        Agency gone = agency(u"Gone Police"_s, {}, u"PA"_s);
        gone.until = QDate(2024, 1, 1);
        const QByteArray east = R"({"type":"Polygon","coordinates":[[[10,0],[12,0],[12,2],[10,2],[10,0]]]})";
        const auto imported = [&east](const Agency &of) {
            return Jurisdiction{.agency = of.id, .name = {}, .geoJson = east, .sourceName = {}, .importedAt = {}};
        };

        const JurisdictionIndex index({town, bare, gone}, {imported(town), imported(bare), imported(gone)});

        QVERIFY(index.at({1, 1}).empty());
        QCOMPARE(index.at({1, 11}).size(), 2U);
        QVERIFY(index.of(gone.id) == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestAgencyDirectory)
#include "tst_agencydirectory.moc"
