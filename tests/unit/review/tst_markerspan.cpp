// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/markerspan.h"

#include <QTest>

using namespace Porchlight;

namespace {

Marker markerOn(qint64 first, qint64 last)
{
    Marker marker;
    marker.id = MarkerId::create();
    marker.firstFrame = first;
    marker.lastFrame = last;
    return marker;
}

} // namespace

class MarkerSpanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversTheFrameOrTheSpanAroundIt()
    {
        const InOut points{.in = 10, .out = 20};

        QCOMPARE(planMarker(15, points), (FrameSpan{.first = 10, .last = 20}));
        QCOMPARE(planMarker(21, points), (FrameSpan{.first = 21, .last = 21}));
        QCOMPARE(planMarker(15, {.in = 10, .out = std::nullopt}), (FrameSpan{.first = 15, .last = 15}));
    }

    void movesTheOtherPointAwayWhenTheyCross()
    {
        const InOut points{.in = 10, .out = 20};

        QCOMPARE(points.withIn(30), (InOut{.in = 30, .out = std::nullopt}));
        QCOMPARE(points.withOut(5), (InOut{.in = std::nullopt, .out = 5}));
        QCOMPARE(points.withIn(20).span().value().count(), qint64(1));
    }

    void findsNeighboursInTheOrderOfTheClip()
    {
        const std::vector<Marker> sorted = sortedMarkers({markerOn(50, 60), markerOn(10, 10), markerOn(30, 90)});

        QCOMPARE(sorted[1].firstFrame, qint64(30));
        QCOMPARE(markerAfter(sorted, 10), std::optional<std::size_t>(1));
        QCOMPARE(markerBefore(sorted, 30), std::optional<std::size_t>(0));
        QVERIFY(!markerBefore(sorted, 10));
        QVERIFY(!markerAfter(sorted, 50));
    }

    void picksTheShortestMarkerUnderAFrame()
    {
        const std::vector<Marker> sorted = sortedMarkers({markerOn(50, 60), markerOn(10, 10), markerOn(30, 90)});

        QCOMPARE(markerAt(sorted, 55), std::optional<std::size_t>(2));
        QCOMPARE(markerAt(sorted, 70), std::optional<std::size_t>(1));
        QVERIFY(!markerAt(sorted, 11));
    }
};

QTEST_APPLESS_MAIN(MarkerSpanTest)
#include "tst_markerspan.moc"
