// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/measures.h"

#include <QTest>

#include <numbers>

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

bool isClose(double value, double expected, double share)
{
    return std::abs(value - expected) <= std::abs(expected) * share;
}

} // namespace

class TestMeasures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresADegreeAtTheEquator()
    {
        // GeographicLib's Planimeter for the same corners.
        QVERIFY(isClose(areaSquareMetres(box(0, 0, 1, 1)), 12308778361.469, 1e-9));
        QVERIFY(isClose(perimeterMetres(box(0, 0, 1, 1)), 443770.917, 1e-6));
    }

    void measuresTheSameOnBothSidesOf180Degrees()
    {
        const double here = areaSquareMetres(box(-0.2, 60, 0.2, 60.1));
        const double there = areaSquareMetres(box(179.8, 60, -179.8, 60.1));

        QVERIFY(isClose(there, here, 1e-9));
    }

    void measuresAt85DegreesNorth()
    {
        // Between two parallels the share of a zone is not what geodesic edges enclose: compare with itself, shifted.
        QVERIFY(
            isClose(areaSquareMetres(box(100, 84.99, 100.1, 85)), areaSquareMetres(box(-60, 84.99, -59.9, 85)), 1e-9));
        QVERIFY(areaSquareMetres(box(100, 84.99, 100.1, 85)) > 1e6);
    }

    void leavesHolesOut()
    {
        Polygon polygon{.outer = rectangleRing(at(0, 0), at(1, 1)),
                        .holes = {rectangleRing(at(0.2, 0.2), at(0.4, 0.4))}};
        const double whole = areaSquareMetres(polygon.outer);
        const double hole = areaSquareMetres(polygon.holes.front());

        QVERIFY(isClose(areaSquareMetres(polygon), whole - hole, 1e-12));
    }

    void knowsTheLimitsInSquareMiles()
    {
        QVERIFY(isClose(squareMiles(64'749.7), 0.025, 1e-5));
        QCOMPARE(squareMiles(SquareMetresPerSquareMile), 1.0);
    }

    void measuresACircleAsADisc()
    {
        // domain notes: 0.025 sq mi is a circle of 143.6 m, 0.5 sq mi one of 642.0 m.
        QVERIFY(isClose(squareMiles(areaSquareMetres(Circle{at(-76.8, 40.3), 143.56})), 0.025, 1e-3));
        QVERIFY(isClose(squareMiles(areaSquareMetres(Circle{at(-76.8, 40.3), 642.03})), 0.5, 1e-3));
        // A thousandfold outline comes close to the disc from inside.
        const Circle large{at(-76.8, 40.3), 50'000};
        const double outline = areaSquareMetres(circleRing(large, 4000));
        QVERIFY(outline < areaSquareMetres(large));
        QVERIFY(isClose(outline, areaSquareMetres(large), 1e-5));
    }

    void drawsACircleWithAllVerticesOnIt()
    {
        const Circle circle{at(179.999, 64), 642};

        const Ring ring = circleRing(circle, 8);

        QCOMPARE(ring.points.size(), 64U);
        for (const GeoPoint point : ring.points) {
            QVERIFY(point.isValid());
            QVERIFY(isClose(distanceMetres(circle.centre, point), 642, 1e-9));
        }
    }

    void findsBoundsAcross180Degrees()
    {
        const auto bounds = boundsOf(box(179.5, -1, -179.25, 1));

        QVERIFY(bounds);
        QVERIFY(bounds->crossesAntimeridian());
        QCOMPARE(bounds->west, 179.5);
        QCOMPARE(bounds->east, -179.25);
        QVERIFY(bounds->contains(at(180, 0)));
        QVERIFY(!bounds->contains(at(0, 0)));
        const auto ofPoints = boundsOf(std::vector{at(173, 52.9), at(-170, 53), at(-176, 51)});
        QCOMPARE(ofPoints->west, 173.0);
        QCOMPARE(ofPoints->east, -170.0);
    }

    void findsTheCentre()
    {
        const auto centre = centreOf(box(179, 10, -177, 12));

        QVERIFY(centre);
        QVERIFY(std::abs(centre->latitude - 11) < 1e-9);
        QVERIFY(std::abs(centre->longitude + 179) < 1e-9);
        QVERIFY(!centreOf({}));
    }

    void tellsWhatLiesInside()
    {
        const MultiPolygon ground = box(179, 10, -177, 12);

        QVERIFY(contains(ground, at(180, 11)));
        QVERIFY(contains(ground, at(-180, 11)));
        QVERIFY(contains(ground, at(-178, 10)));
        QVERIFY(!contains(ground, at(0, 11)));
        QVERIFY(covers(ground, box(-179.5, 10.5, -179, 11)));
        QVERIFY(covers(ground, ground));
        QVERIFY(!covers(ground, box(-179.5, 10.5, -176, 11)));
        QVERIFY(overlaps(ground, box(-179.5, 10.5, -176, 11)));
        QVERIFY(!overlaps(ground, box(10, 10, 11, 11)));
        QVERIFY(!covers({}, ground));
    }

    void cutsOutWhatIsOutsideAcross180Degrees()
    {
        const MultiPolygon ground = box(179, 10, -179, 12);
        const MultiPolygon area = box(179.5, 11, -178.5, 11.5);

        const MultiPolygon outside = difference(area, ground);
        const MultiPolygon inside = intersection(area, ground);

        QCOMPARE(boundsOf(outside), boundsOf(box(-179, 11, -178.5, 11.5)));
        QCOMPARE(boundsOf(inside), boundsOf(box(179.5, 11, -179, 11.5)));
        // The cut edges are straight in latitude and longitude, the measured ones geodesic.
        QVERIFY(isClose(areaSquareMetres(outside) + areaSquareMetres(inside), areaSquareMetres(area), 1e-4));
        QVERIFY(difference(area, area).empty());
        QCOMPARE(difference(area, {}), area);
        QVERIFY(intersection(area, {}).empty());
        QVERIFY(intersection(area, box(0, 0, 1, 1)).empty());
    }

    void findsTheHoleOutside()
    {
        const MultiPolygon ground{
            {.outer = rectangleRing(at(0, 0), at(3, 3)), .holes = {rectangleRing(at(1, 1), at(2, 2))}}};

        const MultiPolygon outside = difference(box(0.5, 0.5, 2.5, 2.5), ground);

        QCOMPARE(outside.size(), 1U);
        QCOMPARE(boundsOf(outside), boundsOf(box(1, 1, 2, 2)));
    }

    void tellsRectanglesFromOtherPolygons()
    {
        QVERIFY(isRectangle({.outer = rectangleRing(at(179, 1), at(-179, 2)), .holes = {}}));
        QVERIFY(isRectangle({.outer = {{at(0, 0), at(0, 1), at(2, 1), at(2, 0)}}, .holes = {}}));
        QVERIFY(!isRectangle({.outer = {{at(0, 0), at(0, 1), at(2, 1), at(2, 0.1)}}, .holes = {}}));
        QVERIFY(!isRectangle({.outer = {{at(0, 0), at(0, 1), at(2, 1)}}, .holes = {}}));
        QVERIFY(
            !isRectangle({.outer = rectangleRing(at(0, 0), at(3, 3)), .holes = {rectangleRing(at(1, 1), at(2, 2))}}));
    }

    void measuresDistanceAndGoesThere()
    {
        // Karney's example: JFK to LHR.
        QVERIFY(isClose(distanceMetres(at(-73.8, 40.6), at(-0.5, 51.6)), 5'551'759.4, 1e-8));
        const GeoPoint there = pointAt(at(-73.8, 40.6), 51.198882845579824, 5'551'759.400);
        QVERIFY(std::abs(there.latitude - 51.6) < 1e-7);
        QVERIFY(std::abs(there.longitude + 0.5) < 1e-7);
    }
};

QTEST_APPLESS_MAIN(TestMeasures)
#include "tst_measures.moc"
