// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/kml.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestKml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlacemarksWithAndWithoutAPoint()
    {
        const auto placemarks = readKml(R"(<?xml version="1.0"?>
<kml xmlns="urn:any"><Document><name>Map</name>
<Folder><name>Agencies</name>
<Placemark><name>Larkfield PD</name><address>Larkfield, PA</address>
<ExtendedData><Data name="Active Date"><value>3/12/2019</value></Data>
<Data name="Agency Profile"><value>https:&#47;&#47;larkfield.example</value></Data></ExtendedData></Placemark>
<Placemark><name>Penrose</name><Point><coordinates>
 -76.9,40.3,0 </coordinates></Point></Placemark>
</Folder></Document></kml>)");

        QVERIFY(placemarks);
        QCOMPARE(placemarks->size(), 2U);
        const KmlPlacemark &first = placemarks->front();
        QCOMPARE(first.name, u"Larkfield PD"_s);
        QCOMPARE(first.address, u"Larkfield, PA"_s);
        QCOMPARE(first.folder, u"Agencies"_s);
        QCOMPARE(first.line, 4);
        QCOMPARE(first.extended.size(), 2U);
        QCOMPARE(first.extended[0].first, u"Active Date"_s);
        QCOMPARE(first.extended[0].second, u"3/12/2019"_s);
        QVERIFY(first.geometry.points.empty());
        QCOMPARE(placemarks->back().geometry.points, (std::vector<GeoPoint>{{40.3, -76.9}}));
    }

    void readsAPolygonWithAHole()
    {
        const auto placemarks = readKml(R"(<kml><Placemark><name>A</name><MultiGeometry><Polygon>
<outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,4 0,0</coordinates></LinearRing></outerBoundaryIs>
<innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs>
</Polygon></MultiGeometry></Placemark></kml>)");

        QVERIFY(placemarks);
        const MultiPolygon &areas = placemarks->front().geometry.areas;
        QCOMPARE(areas.size(), 1U);
        QCOMPARE(areas.front().outer.points.size(), 4U);
        QCOMPARE(areas.front().holes.size(), 1U);
    }

    void namesACoordinateThatIsNoPlace()
    {
        const auto placemarks =
            readKml("<kml><Placemark><name>A</name><Point><coordinates>12,x</coordinates></Point></Placemark></kml>");

        QVERIFY(placemarks);
        QVERIFY(placemarks->front().fault.contains(u"12,x"));
    }

    void refusesBrokenXmlWithItsLine()
    {
        const auto placemarks = readKml("<kml>\n<Placemark>\n<name>A</title></Placemark></kml>");

        QVERIFY(!placemarks);
        QCOMPARE(placemarks.error().code, GeoFormatError::NotXml);
        QVERIFY(placemarks.error().detail.startsWith(u"line 3"));
    }

    void refusesOtherXml()
    {
        const auto placemarks = readKml("<html><body/></html>");

        QVERIFY(!placemarks);
        QCOMPARE(placemarks.error().code, GeoFormatError::NotKml);
    }
};

QTEST_APPLESS_MAIN(TestKml)
#include "tst_kml.moc"
