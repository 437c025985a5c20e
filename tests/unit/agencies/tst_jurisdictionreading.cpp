// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/jurisdictionreading.h"
#include "geo/measures.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

Agency agency(const QString &name, const QString &state, const QString &ori = {})
{
    Agency agency;
    agency.id = AgencyId::create();
    agency.name = name;
    agency.state = state;
    agency.ori = ori;
    return agency;
}

QByteArray square(double west, double size = 1)
{
    const double east = west + size;
    return u"[[[%1,0],[%2,0],[%2,1],[%1,1],[%1,0]]]"_s.arg(west).arg(east).toUtf8();
}

QByteArray feature(const QByteArray &properties, const QByteArray &coordinates, const QByteArray &type = "Polygon")
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

QByteArray collection(const QByteArrayList &features)
{
    return R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}";
}

} // namespace

class TestJurisdictionReading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsByOriBeforeName()
    {
        const std::vector agencies{agency(u"Larkfield Police Department"_s, u"PA"_s, u"PA0220100"_s),
                                   agency(u"Penrose Police"_s, u"PA"_s)};

        const auto reading =
            readJurisdictions(collection({feature(R"("ORI":"pa0220100","NAME":"Penrose Police")", square(0)),
                                          feature(R"("name":"PENROSE  police")", square(5))}),
                              agencies);

        QVERIFY(reading);
        QCOMPARE(reading->refused.size(), 0U);
        QCOMPARE(reading->grounds.size(), 2U);
        QCOMPARE(reading->grounds[0].agency, agencies[0].id);
        QCOMPARE(reading->grounds[0].agencyName, u"Larkfield Police Department"_s);
        QCOMPARE(reading->grounds[1].agency, agencies[1].id);
    }

    void refusesWhatItCannotJoin_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<GroundFault>("fault");
        QTest::newRow("nameless") << QByteArray("\"id\":\"7\"") << GroundFault::NoName;
        QTest::newRow("unknown name") << QByteArray(R"("name":"Larkfield Police")") << GroundFault::NoSuchAgency;
        QTest::newRow("unknown ORI") << QByteArray(R"("ori":"PA9999999")") << GroundFault::NoSuchAgency;
        QTest::newRow("two of that name")
            << QByteArray(R"("name":"Springfield Police")") << GroundFault::SeveralAgencies;
        QTest::newRow("not in that state")
            << QByteArray(R"("name":"Springfield Police","state":"NJ")") << GroundFault::NoSuchAgency;
        QTest::newRow("has left") << QByteArray(R"("name":"Gone Police")") << GroundFault::NoSuchAgency;
    }

    void refusesWhatItCannotJoin()
    {
        QFETCH(const QByteArray, properties);
        Agency gone = agency(u"Gone Police"_s, u"PA"_s);
        gone.until = QDate(2024, 1, 1);
        const std::vector agencies{agency(u"Springfield Police"_s, u"PA"_s), agency(u"Springfield Police"_s, u"OH"_s),
                                   agency(u"Larkfield PD"_s, u"PA"_s), gone};

        const auto reading = readJurisdictions(feature(properties, square(0)), agencies);

        QVERIFY(reading);
        QVERIFY(reading->grounds.empty());
        QCOMPARE(reading->refused.size(), 1U);
        QTEST(reading->refused.front().fault, "fault");
    }

    void theStateTellsTwoOfOneNameApart()
    {
        const std::vector agencies{agency(u"Springfield Police"_s, u"PA"_s), agency(u"Springfield Police"_s, u"OH"_s)};

        const auto reading =
            readJurisdictions(feature(R"("name":"Springfield Police","state":"Ohio")", square(0)), agencies);

        QCOMPARE(reading->grounds.size(), 1U);
        QCOMPARE(reading->grounds.front().agency, agencies[1].id);
    }

    void joinsThePiecesOfOneAgency()
    {
        const std::vector agencies{agency(u"Island Police"_s, u"HI"_s)};
        const QByteArray name = R"("name":"Island Police")";

        const auto reading = readJurisdictions(
            collection({feature(name, square(0)), feature(name, square(5)), feature(name, square(5.5))}), agencies);

        QCOMPARE(reading->grounds.size(), 1U);
        QCOMPARE(reading->grounds.front().shape.size(), 2U);
        QCOMPARE(reading->refused.size(), 1U);
        QCOMPARE(reading->refused.front().line, 3);
        QCOMPARE(reading->refused.front().fault, GroundFault::Unsound);
        QCOMPARE(reading->refused.front().finding->fault, ShapeFault::RingsOverlap);
    }

    void refusesUnsoundGroundWithItsPlace()
    {
        const std::vector agencies{agency(u"Bow Police"_s, u"PA"_s)};

        const auto reading =
            readJurisdictions(feature(R"("name":"Bow Police")", "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"), agencies);

        QCOMPARE(reading->refused.size(), 1U);
        QCOMPARE(reading->refused.front().fault, GroundFault::Unsound);
        QCOMPARE(reading->refused.front().finding->place, (GeoPoint{.latitude = 1, .longitude = 1}));
    }

    void refusesBrokenAndMissingGeometry()
    {
        const std::vector agencies{agency(u"A Police"_s, u"PA"_s)};
        const QByteArray name = R"("name":"A Police")";

        const auto reading = readJurisdictions(
            collection({feature(name, "[1,2]", "Point"), feature(name, "[[[0,0],[1,95],[1,1],[0,0]]]")}), agencies);

        QCOMPARE(reading->refused.size(), 2U);
        QCOMPARE(reading->refused[0].fault, GroundFault::NoPolygon);
        QCOMPARE(reading->refused[1].fault, GroundFault::BadGeometry);
    }

    void limitsTheVerticesOfAPolygon()
    {
        const std::vector agencies{agency(u"A Police"_s, u"PA"_s)};
        const QByteArray ring = "[[[0,0]" + QByteArray(",[1,1]").repeated(100'001) + "]]";

        const auto reading = readJurisdictions(feature(R"("name":"A Police")", ring), agencies);

        QCOMPARE(reading->refused.size(), 1U);
        QCOMPARE(reading->refused.front().fault, GroundFault::TooManyVertices);
    }

    void readsKml()
    {
        const std::vector agencies{agency(u"A Police"_s, u"PA"_s), agency(u"B Police"_s, u"PA"_s, u"PA0000002"_s)};

        const auto reading = readJurisdictions(R"(<kml><Document>
<Placemark><name>A Police</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
<Placemark><name>x</name><ExtendedData><SchemaData><SimpleData name="ORI">PA0000002</SimpleData></SchemaData></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>5,0 6,0 6,1 5,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
</Document></kml>)",
                                               agencies);

        QVERIFY(reading);
        QCOMPARE(reading->grounds.size(), 2U);
        QCOMPARE(reading->grounds[1].agency, agencies[1].id);
    }

    void refusesOtherFiles()
    {
        QCOMPARE(readJurisdictions("{\"a\":", {}).error().code, GeoFormatError::NotJson);
        QCOMPARE(readJurisdictions("<html/>", {}).error().code, GeoFormatError::NotKml);
        QCOMPARE(readJurisdictions(collection({}), {}).error().code, GeoFormatError::NoArea);
    }
};

QTEST_APPLESS_MAIN(TestJurisdictionReading)
#include "tst_jurisdictionreading.moc"
