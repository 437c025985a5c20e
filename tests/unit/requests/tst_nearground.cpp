// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/measures.h"
#include "requests/finding.h"
#include "requests/nearground.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace Porchlight;

namespace {

/// A ground of many vertices whose edge wavers, half a degree around a place.
MultiPolygon wavering(GeoPoint middle, int vertices)
{
    Ring ring;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * std::numbers::pi * i / vertices;
        const double reach = 0.5 + 0.01 * std::sin(i * 0.7);
        ring.points.push_back({.latitude = middle.latitude + reach * std::sin(angle),
                               .longitude = wrappedLongitude(middle.longitude + reach * std::cos(angle))});
    }
    return {{.outer = ring, .holes = {}}};
}

MultiPolygon square(GeoPoint middle, double half)
{
    return {{.outer = rectangleRing({middle.latitude - half, wrappedLongitude(middle.longitude - half)},
                                    {middle.latitude + half, wrappedLongitude(middle.longitude + half)}),
             .holes = {}}};
}

} // namespace

class TestNearGround final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSamePartOutsideAsTheWholeGround_data()
    {
        QTest::addColumn<GeoPoint>("middle");
        QTest::newRow("town") << GeoPoint{.latitude = 40.3, .longitude = -76.8};
        QTest::newRow("at 180 degrees") << GeoPoint{.latitude = 52, .longitude = 179.6};
    }

    void givesTheSamePartOutsideAsTheWholeGround()
    {
        QFETCH(const GeoPoint, middle);
        const MultiPolygon ground = wavering(middle, 5000);
        NearGround near;
        near.setGround(ground);
        int partly = 0;

        for (int step = 0; step < 60; ++step) {
            const GeoPoint place{.latitude = middle.latitude,
                                 .longitude = wrappedLongitude(middle.longitude + 0.4 + step * 0.003)};
            const MultiPolygon area = square(place, 0.01);
            const auto expected = outsidePart(area, ground);
            const auto found = outsidePart(area, near.around(area));
            QCOMPARE(found.has_value(), expected.has_value());
            if (expected) {
                QVERIFY(std::abs(found->share - expected->share) < 1e-6);
                partly += expected->share < 1 ? 1 : 0;
            }
        }
        QVERIFY(partly > 3);
    }

    void isNeverEmptyForAKnownGround()
    {
        NearGround near;
        QVERIFY(near.around(square({.latitude = 1, .longitude = 1}, 0.1)).empty());
        near.setGround(wavering({.latitude = 40.3, .longitude = -76.8}, 5000));

        QVERIFY(near.isKnown());
        QVERIFY(!near.around(square({.latitude = 1, .longitude = 1}, 0.1)).empty());
    }

    void asksAGroundOfAHundredThousandVerticesWhileDrawing()
    {
        NearGround near;
        near.setGround(wavering({.latitude = 40.3, .longitude = -76.8}, 100'000));
        int step = 0;
        int outside = 0;

        QBENCHMARK
        {
            const MultiPolygon area = square({.latitude = 40.3, .longitude = -76.3 + (step++ % 50) * 0.0001}, 0.004);
            outside += outsidePart(area, near.around(area)) ? 1 : 0;
        }

        QVERIFY(outside > 0);
    }
};

QTEST_APPLESS_MAIN(TestNearGround)
#include "tst_nearground.moc"
