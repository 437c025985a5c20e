// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/corridor.h"
#include "geo/measures.h"
#include "geo/validity.h"

#include <GeographicLib/PolygonArea.hpp>
#include <geos_c.h>

#include <QTest>

#include <cmath>
#include <memory>
#include <numbers>
#include <random>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

using Random = std::mt19937_64;

double between(Random &random, double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

/// A star-shaped ring around a centre: sound by construction, of any shape and winding, near 180 degrees now and then.
Ring star(Random &random, GeoPoint centre, double reach)
{
    const int count = std::uniform_int_distribution<int>(3, 40)(random);
    const double phase = between(random, 0, 2 * std::numbers::pi);
    Ring ring;
    for (int i = 0; i < count; ++i) {
        const double angle = phase + 2 * std::numbers::pi * i / count;
        const double length = reach * between(random, 0.3, 1);
        const double latitude = centre.latitude + length * std::sin(angle);
        const double longitude =
            centre.longitude + length * std::cos(angle) / std::cos(centre.latitude * std::numbers::pi / 180);
        ring.points.push_back({.latitude = latitude, .longitude = wrappedLongitude(longitude)});
    }
    if (random() % 2 == 0) {
        std::ranges::reverse(ring.points);
    }
    return ring;
}

/// Points in no order at all: most of these cross themselves.
Ring tangle(Random &random, GeoPoint centre, double reach)
{
    const int count = std::uniform_int_distribution<int>(3, 9)(random);
    Ring ring;
    for (int i = 0; i < count; ++i) {
        ring.points.push_back({.latitude = centre.latitude + between(random, -reach, reach),
                               .longitude = wrappedLongitude(centre.longitude + between(random, -reach, reach))});
    }
    return ring;
}

GeoPoint somewhere(Random &random)
{
    const bool isAtAntimeridian = random() % 8 == 0;
    return {.latitude = between(random, -84, 84),
            .longitude =
                isAtAntimeridian ? wrappedLongitude(180 + between(random, -0.05, 0.05)) : between(random, -180, 180)};
}

double areaByGeographicLib(const Ring &ring)
{
    GeographicLib::PolygonArea polygon(GeographicLib::Geodesic::WGS84());
    for (const GeoPoint point : ring.points) {
        polygon.AddPoint(point.latitude, point.longitude);
    }
    double perimeter = 0;
    double area = 0;
    polygon.Compute(false, true, perimeter, area);
    return std::abs(area);
}

double perimeterByGeographicLib(const Ring &ring)
{
    GeographicLib::PolygonArea polygon(GeographicLib::Geodesic::WGS84());
    for (const GeoPoint point : ring.points) {
        polygon.AddPoint(point.latitude, point.longitude);
    }
    double perimeter = 0;
    double area = 0;
    polygon.Compute(false, true, perimeter, area);
    return perimeter;
}

class Geos
{
public:
    Geos()
        : m_context(GEOS_init_r())
    {}
    ~Geos() { GEOS_finish_r(m_context); }
    Q_DISABLE_COPY_MOVE(Geos)

    bool isValid(const Polygon &polygon) const
    {
        const double near = polygon.outer.points.front().longitude;
        std::vector<GEOSGeometry *> holes;
        for (const Ring &hole : polygon.holes) {
            holes.push_back(ring(hole, near));
        }
        GEOSGeometry *geometry = GEOSGeom_createPolygon_r(m_context, ring(polygon.outer, near), holes.data(),
                                                          static_cast<unsigned>(holes.size()));
        const bool isSound = GEOSisValid_r(m_context, geometry) == 1;
        GEOSGeom_destroy_r(m_context, geometry);
        return isSound;
    }

    /// The area of a buffer around a line on a flat sheet, in the line's own unit squared.
    double bufferArea(const std::vector<std::pair<double, double>> &line, double distance) const
    {
        GEOSCoordSequence *sequence = GEOSCoordSeq_create_r(m_context, static_cast<unsigned>(line.size()), 2);
        for (unsigned i = 0; i < line.size(); ++i) {
            GEOSCoordSeq_setXY_r(m_context, sequence, i, line[i].first, line[i].second);
        }
        GEOSGeometry *geometry = GEOSGeom_createLineString_r(m_context, sequence);
        constexpr int EdgesPerQuarter = 18;
        GEOSGeometry *buffer = GEOSBuffer_r(m_context, geometry, distance, EdgesPerQuarter);
        double area = 0;
        GEOSArea_r(m_context, buffer, &area);
        GEOSGeom_destroy_r(m_context, buffer);
        GEOSGeom_destroy_r(m_context, geometry);
        return area;
    }

private:
    GEOSGeometry *ring(const Ring &ring, double near) const
    {
        std::vector<GeoPoint> points = unwrapped(ring.points);
        const double shift = 360 * std::round((near - points.front().longitude) / 360);
        points.push_back(points.front());
        GEOSCoordSequence *sequence = GEOSCoordSeq_create_r(m_context, static_cast<unsigned>(points.size()), 2);
        for (unsigned i = 0; i < points.size(); ++i) {
            GEOSCoordSeq_setXY_r(m_context, sequence, i, points[i].longitude + shift, points[i].latitude);
        }
        return GEOSGeom_createLinearRing_r(m_context, sequence);
    }

    GEOSContextHandle_t m_context;
};

QString described(const Ring &ring)
{
    QString text;
    for (const GeoPoint point : ring.points) {
        text += QString::number(point.longitude, 'g', 17) + u' ' + QString::number(point.latitude, 'g', 17) + u", "_s;
    }
    return text;
}

} // namespace

/// Thousands of figures that nobody drew, judged by others' libraries as well as by ours.
class TestOracles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithGeographicLibOnArea()
    {
        Random random(20190812);
        double worst = 0;
        for (int i = 0; i < 10'000; ++i) {
            const double reach = std::pow(10, between(random, -3, 0.3));
            const Ring ring = star(random, somewhere(random), reach);
            const double expected = areaByGeographicLib(ring);
            const double error = std::abs(areaSquareMetres(ring) / expected - 1);
            worst = std::max(worst, error);
            QVERIFY2(error < 1e-5, qPrintable(described(ring)));
            QVERIFY2(std::abs(perimeterMetres(ring) / perimeterByGeographicLib(ring) - 1) < 1e-8,
                     qPrintable(described(ring)));
        }
        qInfo("largest difference of an area: %.2e of it", worst);
    }

    void agreesWithGeosOnSoundRings()
    {
        Random random(1);
        const Geos geos;
        for (int i = 0; i < 3500; ++i) {
            const Polygon polygon{.outer = star(random, somewhere(random), 0.01), .holes = {}};
            const bool isSound = !findFault(polygon);
            QVERIFY2(isSound == geos.isValid(polygon), qPrintable(described(polygon.outer)));
        }
    }

    void agreesWithGeosOnTangles()
    {
        Random random(2);
        const Geos geos;
        int faulty = 0;
        for (int i = 0; i < 3500; ++i) {
            const Polygon polygon{.outer = tangle(random, somewhere(random), 0.01), .holes = {}};
            const bool isSound = !findFault(polygon);
            QVERIFY2(isSound == geos.isValid(polygon), qPrintable(described(polygon.outer)));
            faulty += isSound ? 0 : 1;
        }
        QVERIFY(faulty > 900 && faulty < 3400);
    }

    void agreesWithGeosOnHoles()
    {
        Random random(3);
        const Geos geos;
        int faulty = 0;
        for (int i = 0; i < 3500; ++i) {
            const GeoPoint centre = somewhere(random);
            Polygon polygon{.outer = star(random, centre, 0.02), .holes = {}};
            const int holes = std::uniform_int_distribution<int>(1, 3)(random);
            for (int hole = 0; hole < holes; ++hole) {
                const GeoPoint middle{.latitude = centre.latitude + between(random, -0.006, 0.006),
                                      .longitude = wrappedLongitude(centre.longitude + between(random, -0.006, 0.006))};
                polygon.holes.push_back(star(random, middle, 0.002));
            }
            const bool isSound = !findFault(polygon);
            QVERIFY2(isSound == geos.isValid(polygon), qPrintable(described(polygon.outer)));
            faulty += isSound ? 0 : 1;
        }
        QVERIFY(faulty > 350 && faulty < 3300);
    }

    void agreesWithGeosOnCorridors()
    {
        Random random(5);
        const Geos geos;
        double worst = 0;
        for (int i = 0; i < 400; ++i) {
            const GeoPoint origin = somewhere(random);
            const double halfWidth = between(random, 5, 150);
            const int points = std::uniform_int_distribution<int>(2, 60)(random);
            std::vector<std::pair<double, double>> line{{0, 0}};
            Corridor corridor{.route = {origin}, .halfWidthMetres = halfWidth};
            for (int point = 1; point < points; ++point) {
                line.emplace_back(line.back().first + between(random, -200, 200),
                                  line.back().second + between(random, -200, 200));
                const auto [east, north] = line.back();
                corridor.route.push_back(
                    pointAt(origin, std::atan2(east, north) * 180 / std::numbers::pi, std::hypot(east, north)));
            }

            const MultiPolygon shape = corridorShape(corridor);

            QCOMPARE(shape.size(), 1U);
            QVERIFY(!findFault(shape));
            QVERIFY(geos.isValid(shape.front()));
            const double error = std::abs(areaSquareMetres(shape) / geos.bufferArea(line, halfWidth) - 1);
            worst = std::max(worst, error);
            QVERIFY2(error < 0.005, qPrintable(u"%1: %2"_s.arg(i).arg(error)));
        }
        qInfo("largest difference of a corridor's area: %.2e of it", worst);
    }

    void placesTheFaultWhereEdgesMeet()
    {
        Random random(4);
        int crossings = 0;
        for (int i = 0; i < 500; ++i) {
            const Ring ring = tangle(random, {.latitude = 40, .longitude = -76}, 0.01);
            const auto finding = findFault(ring);
            if (!finding || finding->fault != ShapeFault::CrossesItself) {
                continue;
            }
            ++crossings;
            for (const int edge : {finding->firstEdge, finding->secondEdge}) {
                QVERIFY(edge >= 0);
                const GeoPoint a = ring.points[static_cast<std::size_t>(edge)];
                const GeoPoint b = ring.points[(static_cast<std::size_t>(edge) + 1) % ring.points.size()];
                const double away = std::abs((b.longitude - a.longitude) * (finding->place.latitude - a.latitude) -
                                             (b.latitude - a.latitude) * (finding->place.longitude - a.longitude));
                QVERIFY2(away < 1e-12, qPrintable(described(ring)));
            }
        }
        QVERIFY(crossings > 200);
    }
};

QTEST_APPLESS_MAIN(TestOracles)
#include "tst_oracles.moc"
