// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/areaindex.h"
#include "geo/measures.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace Porchlight;

namespace {

GeoPoint at(double longitude, double latitude)
{
    return {.latitude = latitude, .longitude = longitude};
}

MultiPolygon box(double west, double south, double east, double north)
{
    return {{.outer = rectangleRing(at(west, south), at(east, north)), .holes = {}}};
}

/// A ring with many vertices around a centre, so many degrees of latitude away.
MultiPolygon blob(std::mt19937_64 &random, GeoPoint centre, double reach, int vertices)
{
    std::uniform_real_distribution<double> length(0.7 * reach, reach);
    const double stretch = 1 / std::cos(centre.latitude * std::numbers::pi / 180);
    Ring ring;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * std::numbers::pi * i / vertices;
        const double away = length(random);
        ring.points.push_back(at(wrappedLongitude(centre.longitude + stretch * away * std::cos(angle)),
                                 centre.latitude + away * std::sin(angle)));
    }
    return {{.outer = ring, .holes = {}}};
}

using Places = std::vector<std::size_t>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

} // namespace

class TestAreaIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAllGroundsAtASpot()
    {
        const AreaIndex index({box(0, 0, 2, 2), box(-5, -5, 5, 5), box(10, 10, 11, 11)});

        QCOMPARE(index.at(at(1, 1)), (Places{0, 1}));
        QCOMPARE(index.at(at(3, 3)), Places{1});
        QCOMPARE(index.at(at(2, 2)), (Places{0, 1}));
        QVERIFY(index.at(at(7, 7)).empty());
        QVERIFY(AreaIndex().at(at(0, 0)).empty());
    }

    void leavesHolesOut()
    {
        const MultiPolygon ring{
            {.outer = rectangleRing(at(0, 0), at(3, 3)), .holes = {rectangleRing(at(1, 1), at(2, 2))}}};

        QVERIFY(AreaIndex({ring}).at(at(1.5, 1.5)).empty());
    }

    void findsGroundAcross180DegreesFromBothSides()
    {
        const AreaIndex index({box(179, 50, -179, 52), box(-179.5, 51, -178, 53)});

        QCOMPARE(index.at(at(179.5, 51)), Places{0});
        QCOMPARE(index.at(at(-179.2, 51.5)), (Places{0, 1}));
        QCOMPARE(index.at(at(180, 51)), Places{0});
        QCOMPARE(index.at(at(-180, 51)), Places{0});
        QCOMPARE(index.meeting(box(-179.4, 51.1, -179.3, 51.2)), (Places{0, 1}));
        QCOMPARE(index.holding(box(179.9, 51, -179.9, 51.1)), Places{0});
        QCOMPARE(index.overlaps(), (Pairs{{0, 1}}));
    }

    void tellsCommonGroundFromACommonEdge()
    {
        const AreaIndex index({box(0, 0, 1, 1), box(1, 0, 2, 1), box(0.5, 0.2, 1.5, 0.8), box(0.1, 0.1, 0.2, 0.2)});

        QCOMPARE(index.overlaps(), (Pairs{{0, 2}, {0, 3}, {1, 2}}));
        QCOMPARE(index.meeting(box(1, 0, 2, 1)), (Places{1, 2}));
        QCOMPARE(index.holding(box(0.12, 0.12, 0.18, 0.18)), (Places{0, 3}));
    }

    void agreesWithLookingAtEveryOne()
    {
        std::mt19937_64 random(11);
        std::uniform_real_distribution<double> longitude(-180, 180);
        std::uniform_real_distribution<double> latitude(-80, 80);
        std::vector<MultiPolygon> shapes;
        for (int i = 0; i < 300; ++i) {
            shapes.push_back(blob(random, at(longitude(random), latitude(random)), 8, 40));
        }
        const AreaIndex index(shapes);
        std::size_t found = 0;

        for (int i = 0; i < 300; ++i) {
            const GeoPoint spot = at(longitude(random), latitude(random));
            Places expected;
            for (std::size_t j = 0; j < shapes.size(); ++j) {
                if (contains(shapes[j], spot)) {
                    expected.push_back(j);
                }
            }
            QCOMPARE(index.at(spot), expected);
            found += expected.size();
        }
        QVERIFY(found > 100);
    }

    void answersAmongEightThousandJurisdictions()
    {
        std::mt19937_64 random(12);
        std::uniform_real_distribution<double> longitude(-124, -67);
        std::uniform_real_distribution<double> latitude(25, 49);
        std::vector<MultiPolygon> shapes;
        for (int i = 0; i < 8000; ++i) {
            shapes.push_back(blob(random, at(longitude(random), latitude(random)), 0.3, 60));
        }
        const AreaIndex index(shapes);
        std::vector<GeoPoint> spots(256);
        std::ranges::generate(spots, [&] { return at(longitude(random), latitude(random)); });
        std::size_t next = 0;
        std::size_t found = 0;

        QBENCHMARK
        {
            found += index.at(spots[next++ % spots.size()]).size();
        }

        QCOMPARE(index.size(), 8000U);
        QVERIFY(std::ranges::any_of(spots, [&index](GeoPoint spot) { return !index.at(spot).empty(); }));
        QVERIFY(found < next * shapes.size());
    }

    void findsASpotInAGroundOfAHundredThousandVertices()
    {
        std::mt19937_64 random(13);
        const AreaIndex index({blob(random, at(-76.8, 40.3), 0.45, 100'000)});
        std::size_t found = 0;

        QBENCHMARK
        {
            found = index.at(at(-76.8, 40.3)).size();
        }

        QCOMPARE(found, 1U);
        QVERIFY(index.at(at(-76.8, 40.3 + 0.451)).empty());
    }
};

QTEST_APPLESS_MAIN(TestAreaIndex)
#include "tst_areaindex.moc"
