// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/validity.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Porchlight;

namespace {

GeoPoint at(double longitude, double latitude)
{
    return {.latitude = latitude, .longitude = longitude};
}

Ring square(double west, double south, double size)
{
    return {{at(west, south), at(west + size, south), at(west + size, south + size), at(west, south + size)}};
}

} // namespace

class TestValidity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsASquareInEitherDirection()
    {
        Ring ring = square(-76.84, 40.28, 0.01);
        QVERIFY(!findFault(ring));
        std::ranges::reverse(ring.points);
        QVERIFY(!findFault(ring));
    }

    void refusesABowTieAndShowsTheCrossing()
    {
        const Ring bowTie{{at(0, 0), at(2, 2), at(2, 0), at(0, 2)}};

        const auto finding = findFault(bowTie);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::CrossesItself);
        QCOMPARE(finding->place.longitude, 1.0);
        QCOMPARE(finding->place.latitude, 1.0);
        const std::set<int> edges{finding->firstEdge, finding->secondEdge};
        QCOMPARE(edges, (std::set<int>{0, 2}));
    }

    void namesTheEdgesOfABowTieDrawnTheOtherWay()
    {
        const Ring bowTie{{at(0, 2), at(2, 0), at(2, 2), at(0, 0), at(-1, 1)}};

        const auto finding = findFault(bowTie);

        QVERIFY(finding);
        const std::set<int> edges{finding->firstEdge, finding->secondEdge};
        QCOMPARE(edges, (std::set<int>{0, 2}));
    }

    void refusesABowTieAcross180Degrees()
    {
        const Ring bowTie{{at(179.9, 0), at(-179.9, 0.2), at(-179.9, 0), at(179.9, 0.2)}};

        const auto finding = findFault(bowTie);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::CrossesItself);
        QCOMPARE(std::abs(finding->place.longitude), 180.0);
        QVERIFY(std::abs(finding->place.latitude - 0.1) < 1e-9);
    }

    void acceptsASquareAcross180Degrees()
    {
        const Ring ring{{at(179.9, 0), at(-179.9, 0), at(-179.9, 0.2), at(179.9, 0.2)}};

        QVERIFY(!findFault(ring));
    }

    void refusesASpike()
    {
        const Ring ring{{at(0, 0), at(2, 0), at(2, 2), at(3, 3), at(2, 2), at(0, 2)}};

        const auto finding = findFault(ring);

        QVERIFY(finding);
        QVERIFY(finding->fault == ShapeFault::Spike);
        QCOMPARE(finding->place, at(3, 3));
    }

    void refusesTheSamePointTwiceInARow()
    {
        const Ring ring{{at(0, 0), at(2, 0), at(2, 0), at(2, 2), at(0, 2)}};

        const auto finding = findFault(ring);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::DuplicateVertex);
        QCOMPARE(finding->place, at(2, 0));
        QCOMPARE(finding->firstEdge, 1);
    }

    void refusesARingThatTouchesItself()
    {
        const Ring ring{{at(0, 0), at(4, 0), at(2, 2), at(4, 4), at(0, 4), at(2, 2)}};

        const auto finding = findFault(ring);

        QVERIFY(finding);
        QCOMPARE(finding->place, at(2, 2));
    }

    void refusesAHoleOutside()
    {
        const Polygon polygon{.outer = square(0, 0, 2), .holes = {square(5, 5, 1)}};

        const auto finding = findFault(polygon);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::HoleOutside);
        QCOMPARE(finding->ring, 1);
        QVERIFY(finding->place.longitude >= 5);
    }

    void refusesAHoleAcrossTheEdge()
    {
        const Polygon polygon{.outer = square(0, 0, 2), .holes = {square(1.5, 0.5, 1)}};

        const auto finding = findFault(polygon);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::RingsOverlap);
        QCOMPARE(finding->place.longitude, 2.0);
    }

    void refusesAHoleInAHole()
    {
        const Polygon polygon{.outer = square(0, 0, 10), .holes = {square(1, 1, 6), square(2, 2, 1)}};

        const auto finding = findFault(polygon);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::RingsOverlap);
        QCOMPARE(finding->ring, 2);
    }

    void refusesTwoPolygonsThatOverlap()
    {
        const MultiPolygon shape{{.outer = square(0, 0, 2), .holes = {}}, {.outer = square(1, 1, 2), .holes = {}}};

        const auto finding = findFault(shape);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::RingsOverlap);
    }

    void acceptsTwoHalvesThatMeetAt180Degrees()
    {
        const MultiPolygon shape{{.outer = {{at(179, 0), at(180, 0), at(180, 1), at(179, 1)}}, .holes = {}},
                                 {.outer = {{at(-180, 0), at(-179, 0), at(-179, 1), at(-180, 1)}}, .holes = {}}};

        QVERIFY(!findFault(shape));
    }

    void refusesTooFewPoints_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
    }

    void refusesTooFewPoints()
    {
        QFETCH(const int, count);
        Ring ring = square(0, 0, 1);
        ring.points.resize(static_cast<std::size_t>(count));

        const auto finding = findFault(ring);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::TooFewPoints);
    }

    void refusesALineOfThreePoints()
    {
        const auto finding = findFault(Ring{{at(0, 0), at(1, 1), at(2, 2)}});

        QVERIFY(finding);
        QVERIFY(finding->fault == ShapeFault::Spike || finding->fault == ShapeFault::TooFewPoints);
    }

    void refusesAPlaceThatIsNotOnEarth_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("latitude");
        QTest::newRow("north of the pole") << 10.0 << 90.5;
        QTest::newRow("past 180") << 181.0 << 10.0;
        QTest::newRow("not a number") << 10.0 << qQNaN();
        QTest::newRow("infinite") << qInf() << 10.0;
    }

    void refusesAPlaceThatIsNotOnEarth()
    {
        QFETCH(const double, longitude);
        QFETCH(const double, latitude);
        Ring ring = square(0, 0, 1);
        ring.points.push_back(at(longitude, latitude));

        const auto finding = findFault(ring);

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::InvalidCoordinate);
        QCOMPARE(finding->firstEdge, 4);
    }

    void refusesARingAroundThePole()
    {
        const auto finding = findFault(Ring{{at(0, 80), at(120, 80), at(-120, 80)}});

        QVERIFY(finding);
        QCOMPARE(finding->fault, ShapeFault::EnclosesPole);
    }

    void refusesNothingAtAll()
    {
        QCOMPARE(findFault(MultiPolygon())->fault, ShapeFault::Empty);
        QCOMPARE(findFault(Ring())->fault, ShapeFault::Empty);
    }

    void findsWhereALineBeingDrawnCrossesItself()
    {
        const auto finding = findCrossing({at(0, 0), at(2, 2), at(2, 0), at(0, 2)});

        QVERIFY(finding);
        QCOMPARE(finding->place, at(1, 1));
        QCOMPARE(finding->firstEdge, 0);
        QCOMPARE(finding->secondEdge, 2);
        QVERIFY(!findCrossing({at(0, 0), at(2, 2), at(2, 0)}));
    }
};

QTEST_APPLESS_MAIN(TestValidity)
#include "tst_validity.moc"
