// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/corridor.h"
#include "geo/measures.h"

#include <QTest>

#include <numbers>
#include <random>

using namespace Porchlight;

namespace {

GeoPoint at(double longitude, double latitude)
{
    return {.latitude = latitude, .longitude = longitude};
}

/// The least distance from a spot to a route, by small steps along it.
double distanceToRoute(GeoPoint spot, const std::vector<GeoPoint> &route)
{
    double least = distanceMetres(spot, route.front());
    for (std::size_t i = 1; i < route.size(); ++i) {
        const std::vector<GeoPoint> ends = unwrapped({route[i - 1], route[i]});
        for (int step = 0; step <= 200; ++step) {
            const double share = step / 200.0;
            const GeoPoint there{
                .latitude = ends[0].latitude + share * (ends[1].latitude - ends[0].latitude),
                .longitude = wrappedLongitude(ends[0].longitude + share * (ends[1].longitude - ends[0].longitude))};
            least = std::min(least, distanceMetres(spot, there));
        }
    }
    return least;
}

} // namespace

class TestCorridor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheAreaOfAStripWithRoundEnds_data()
    {
        QTest::addColumn<GeoPoint>("from");
        QTest::newRow("town") << at(-76.84, 40.28);
        QTest::newRow("far north") << at(20, 84.9);
        QTest::newRow("far south") << at(-120, -84.9);
        QTest::newRow("across 180 degrees") << at(179.9995, 51.9);
    }

    void hasTheAreaOfAStripWithRoundEnds()
    {
        QFETCH(const GeoPoint, from);
        const GeoPoint to = pointAt(from, 75, 400);

        const MultiPolygon shape = corridorShape({.route = {from, to}, .halfWidthMetres = 30});

        QCOMPARE(shape.size(), 1U);
        QVERIFY(!findFault(shape));
        const double expected = 400 * 60 + std::numbers::pi * 30 * 30;
        QVERIFY2(std::abs(areaSquareMetres(shape) / expected - 1) < 1e-3,
                 qPrintable(QString::number(areaSquareMetres(shape))));
    }

    void liesHalfAWidthAwayFromTheRoute()
    {
        const std::vector<GeoPoint> route{at(-76.84, 40.28), at(-76.835, 40.282), at(-76.834, 40.279)};

        const MultiPolygon shape = corridorShape({.route = route, .halfWidthMetres = 40});

        for (const GeoPoint point : shape.front().outer.points) {
            const double away = distanceToRoute(point, route);
            QVERIFY2(away > 39 && away < 41, qPrintable(QString::number(away)));
        }
        for (const GeoPoint point : route) {
            QVERIFY(contains(shape, point));
        }
    }

    void keepsAHoleWhereTheRouteGoesAroundABlock()
    {
        const std::vector<GeoPoint> block{at(-76.84, 40.28), at(-76.83, 40.28), at(-76.83, 40.29), at(-76.84, 40.29),
                                          at(-76.84, 40.28)};

        const MultiPolygon shape = corridorShape({.route = block, .halfWidthMetres = 30});

        QCOMPARE(shape.size(), 1U);
        QCOMPARE(shape.front().holes.size(), 1U);
        QVERIFY(!contains(shape, at(-76.835, 40.285)));
    }

    void takesARouteThatCrossesItself()
    {
        const std::vector<GeoPoint> eight{at(-76.84, 40.28), at(-76.83, 40.29), at(-76.83, 40.28), at(-76.84, 40.29)};

        const MultiPolygon shape = corridorShape({.route = eight, .halfWidthMetres = 20});

        QCOMPARE(shape.size(), 1U);
        QVERIFY(!findFault(shape));
    }

    void refusesWhatIsNoCorridor_data()
    {
        QTest::addColumn<std::vector<GeoPoint>>("route");
        QTest::addColumn<double>("halfWidth");
        QTest::addColumn<ShapeFault>("fault");
        const std::vector<GeoPoint> line{at(0, 0), at(0.01, 0)};
        QTest::newRow("no point") << std::vector<GeoPoint>() << 30.0 << ShapeFault::Empty;
        QTest::newRow("one point") << std::vector{at(0, 0)} << 30.0 << ShapeFault::TooFewPoints;
        QTest::newRow("no width") << line << 0.0 << ShapeFault::Empty;
        QTest::newRow("negative width") << line << -3.0 << ShapeFault::Empty;
        QTest::newRow("width is no number") << line << qQNaN() << ShapeFault::Empty;
        QTest::newRow("same point twice")
            << std::vector{at(0, 0), at(1, 0), at(1, 0)} << 30.0 << ShapeFault::DuplicateVertex;
        QTest::newRow("not on earth") << std::vector{at(0, 0), at(1, 91)} << 30.0 << ShapeFault::InvalidCoordinate;
    }

    void refusesWhatIsNoCorridor()
    {
        QFETCH(const std::vector<GeoPoint>, route);
        QFETCH(const double, halfWidth);
        const Corridor corridor{.route = route, .halfWidthMetres = halfWidth};

        const auto finding = findFault(corridor);

        QVERIFY(finding);
        QTEST(finding->fault, "fault");
        QVERIFY(corridorShape(corridor).empty());
    }

    void drawnLineKeepsItsTolerance()
    {
        std::mt19937_64 random(7);
        std::uniform_real_distribution<double> shake(-4, 4);
        std::vector<GeoPoint> trace;
        for (int i = 0; i < 400; ++i) {
            const GeoPoint onArc = pointAt(at(-76.84, 40.28), i * 0.7, 300);
            trace.push_back(pointAt(onArc, 0, shake(random)));
        }

        const std::vector<GeoPoint> kept = simplified(trace, 10);

        QVERIFY2(kept.size() < 40, qPrintable(QString::number(kept.size())));
        QCOMPARE(kept.front(), trace.front());
        QCOMPARE(kept.back(), trace.back());
        for (const GeoPoint point : trace) {
            QVERIFY(distanceToRoute(point, kept) < 10.5);
        }
        QVERIFY(std::ranges::all_of(kept, [&trace](GeoPoint point) { return std::ranges::contains(trace, point); }));
    }

    void drawnLineDoesNotBeginToCrossItself()
    {
        // A hook around the end of a spur: cutting the hook short would run through the spur.
        const GeoPoint origin = at(-76.84, 40.28);
        const auto metres = [origin](double east, double north) {
            return pointAt(pointAt(origin, 90, east), 0, north);
        };
        const std::vector<GeoPoint> trace{metres(0, 0),  metres(100, 0), metres(100, 8), metres(50, 8),
                                          metres(50, 5), metres(96, 5),  metres(96, 3),  metres(0, 3)};
        QVERIFY(!findCrossing(trace));

        QVERIFY(!findCrossing(simplified(trace, 20)));
    }
};

QTEST_APPLESS_MAIN(TestCorridor)
#include "tst_corridor.moc"
