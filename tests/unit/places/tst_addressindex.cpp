// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "places/addressindex.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestAddressIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAHouse_data();
    void findsAHouse();
    void saysWhenTheNumberIsNotThere();
    void findsStreetsThatBeginWithTheTextFirst();
    void findsNothingForNothing();
    void namesTheNearestStreet();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void readsPositions_data();
    void readsPositions();
    void tellsPositionsFromNames();
};

namespace {

AddressIndex sample()
{
    return AddressIndex::fromJson(R"({"town": "Larkfield", "streets": {
        "Ash Street": [[101, 40.1, -76.1], [105, 40.2, -76.2], [104, 40.3, -76.3]],
        "North Ash Lane": [[7, 40.4, -76.4]],
        "Wood Street": [[2300, 40.5, -76.5]]}})")
        .value();
}

} // namespace

void TestAddressIndex::findsAHouse_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("as written") << u"105 Ash Street"_s;
    QTest::newRow("small letters, short form") << u"105 ash st"_s;
    QTest::newRow("with the town") << u"105 Ash St., Larkfield"_s;
    QTest::newRow("the beginning") << u"105 as"_s;
}

void TestAddressIndex::findsAHouse()
{
    QFETCH(const QString, text);

    const std::vector<Place> places = sample().search(text, 1);

    QCOMPARE(places.size(), 1U);
    QCOMPARE(places[0],
             (Place{.name = u"105 Ash Street"_s, .exactness = Place::Exactness::House, .position = {40.2, -76.2}}));
}

void TestAddressIndex::saysWhenTheNumberIsNotThere()
{
    const Place place = sample().search(u"111 Ash Street"_s, 1).at(0);

    QCOMPARE(place.exactness, Place::Exactness::NearHouse);
    QCOMPARE(place.name, u"105 Ash Street"_s);
}

void TestAddressIndex::findsStreetsThatBeginWithTheTextFirst()
{
    const std::vector<Place> places = sample().search(u"ash"_s, 5);

    QCOMPARE(places.size(), 2U);
    QCOMPARE(places[0].name, u"Ash Street"_s);
    QCOMPARE(places[1].name, u"North Ash Lane"_s);
    QCOMPARE(places[1].exactness, Place::Exactness::Street);
    QCOMPARE(sample().search(u"n ash ln"_s, 5).at(0).name, u"North Ash Lane"_s);
}

void TestAddressIndex::findsNothingForNothing()
{
    QVERIFY(sample().search(u""_s, 5).empty());
    QVERIFY(sample().search(u"   "_s, 5).empty());
    QVERIFY(sample().search(u"105"_s, 5).empty());
    QVERIFY(sample().search(u"Elm"_s, 5).empty());
    QVERIFY(AddressIndex().search(u"Ash"_s, 5).empty());
    QCOMPARE(sample().addressCount(), 5U);
}

void TestAddressIndex::namesTheNearestStreet()
{
    QCOMPARE(sample().nearestStreet({40.1001, -76.1}, 400), u"Ash Street"_s);
    QCOMPARE(sample().nearestStreet({40.5, -76.502}, 400), u"Wood Street"_s);
    QCOMPARE(sample().nearestStreet({41, -76}, 400), QString());
}

void TestAddressIndex::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"streets\": ");
    QTest::newRow("other JSON") << QByteArray("[1, 2]");
    QTest::newRow("off the earth") << QByteArray(R"({"streets": {"Ash": [[1, 95, 0]]}})");
    QTest::newRow("no number") << QByteArray(R"({"streets": {"Ash": [["x", 40, 0]]}})");
    QTest::newRow("no position") << QByteArray(R"({"streets": {"Ash": [[12]]}})");
}

void TestAddressIndex::refusesWhatIsNoList()
{
    QFETCH(const QByteArray, json);

    QVERIFY(!AddressIndex::fromJson(json).has_value());
}

void TestAddressIndex::readsPositions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isPosition");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");

    QTest::newRow("decimal") << u"40.2839, -76.8338"_s << true << 40.2839 << -76.8338;
    QTest::newRow("blank between") << u"40.2839 -76.8338"_s << true << 40.2839 << -76.8338;
    QTest::newRow("true minus") << u"40.2839, −76.8338"_s << true << 40.2839 << -76.8338;
    QTest::newRow("letters") << u"40.2839 N 76.8338 W"_s << true << 40.2839 << -76.8338;
    QTest::newRow("south east") << u"33.5 s, 151.2 e"_s << true << -33.5 << 151.2;
    QTest::newRow("degrees, minutes, seconds") << u"40°17'02\"N 76°50'02\"W"_s << true << 40.283888888 << -76.833888888;
    QTest::newRow("typographic") << u"40°17′02″N 76°50′02″W"_s << true << 40.283888888 << -76.833888888;
    QTest::newRow("degrees and minutes") << u"40°17.5'N, 76°50.25'W"_s << true << 40.2916666 << -76.8375;
    QTest::newRow("off the earth") << u"95.0, 10.0"_s << false << 0.0 << 0.0;
    QTest::newRow("60 minutes") << u"40°60'N 76°50'W"_s << false << 0.0 << 0.0;
    QTest::newRow("one number") << u"40.2839"_s << false << 0.0 << 0.0;
    QTest::newRow("an address") << u"412 Ash Street"_s << false << 0.0 << 0.0;
}

void TestAddressIndex::readsPositions()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isPosition);
    QFETCH(const double, latitude);
    QFETCH(const double, longitude);

    const auto position = parsePosition(text);

    QCOMPARE(position.has_value(), isPosition);
    if (position) {
        QVERIFY(std::abs(position->latitude - latitude) < 1e-6);
        QVERIFY(std::abs(position->longitude - longitude) < 1e-6);
    }
}

void TestAddressIndex::tellsPositionsFromNames()
{
    QVERIFY(looksLikePosition(u"40.28"_s));
    QVERIFY(looksLikePosition(u"40°"_s));
    QVERIFY(looksLikePosition(u"-76"_s));
    QVERIFY(!looksLikePosition(u"412 Ash Street"_s));
    QVERIFY(!looksLikePosition(u"Larkfield"_s));
}

QTEST_GUILESS_MAIN(TestAddressIndex)

#include "tst_addressindex.moc"
