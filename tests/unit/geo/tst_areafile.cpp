// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/areafile.h"
#include "geo/corridor.h"
#include "geo/geolimits.h"
#include "geo/measures.h"

#include <QJsonDocument>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

GeoPoint at(double longitude, double latitude)
{
    return {.latitude = latitude, .longitude = longitude};
}

const MultiPolygon &polygonsOf(const AreaReading &reading)
{
    return std::get<MultiPolygon>(reading.figure);
}

QByteArray featureOf(const Figure &figure)
{
    return QJsonDocument(figureToJson(figure)).toJson();
}

} // namespace

class TestAreaFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneAreaOfEveryFormat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<AreaFormat>("format");
        QTest::newRow("geojson")
            << QByteArray(
                   R"({"type":"Polygon","coordinates":[[[1,2],[3,2],[3,4],[1,2]],[[2.4,2.5],[2.6,2.5],[2.6,2.8],[2.4,2.5]]]})")
            << AreaFormat::GeoJson;
        QTest::newRow("geojson with byte-order mark and blanks")
            << QByteArray(
                   "\xEF\xBB\xBF \n"
                   R"({"type":"Feature","properties":null,"geometry":{"type":"MultiPolygon","coordinates":[[[[1,2],[3,2],[3,4],[1,2]],[[2.4,2.5],[2.6,2.5],[2.6,2.8],[2.4,2.5]]]]}})")
            << AreaFormat::GeoJson;
        QTest::newRow("kml")
            << QByteArray(
                   "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Placemark><Polygon>"
                   "<outerBoundaryIs><LinearRing><coordinates>1,2 3,2 3,4 "
                   "1,2</coordinates></LinearRing></outerBoundaryIs>"
                   "<innerBoundaryIs><LinearRing><coordinates>2.4,2.5,0 2.6,2.5,0 2.6,2.8,0 2.4,2.5,0</coordinates>"
                   "</LinearRing></innerBoundaryIs></Polygon></Placemark></kml>")
            << AreaFormat::Kml;
        QTest::newRow("wkt") << QByteArray("POLYGON ((1 2, 3 2, 3 4, 1 2), (2.4 2.5, 2.6 2.5, 2.6 2.8, 2.4 2.5))\n")
                             << AreaFormat::Wkt;
        QTest::newRow("wkt with heights and srid")
            << QByteArray(
                   "srid=4326;multipolygon z (((1 2 9,3 2 9,3 4 9,1 2 9),(2.4 2.5 9,2.6 2.5 9,2.6 2.8 9,2.4 2.5 9)))")
            << AreaFormat::Wkt;
    }

    void readsOneAreaOfEveryFormat()
    {
        QFETCH(const QByteArray, text);

        const auto reading = readAreaFile(text);

        QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().detail));
        QTEST(reading->format, "format");
        const MultiPolygon expected{
            {.outer = {{at(1, 2), at(3, 2), at(3, 4)}}, .holes = {{{at(2.4, 2.5), at(2.6, 2.5), at(2.6, 2.8)}}}}};
        QCOMPARE(polygonsOf(*reading), expected);
    }

    void readsALineAsACorridor_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("gpx route") << QByteArray(
            "<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'><wpt lat='9' lon='9'/><rte>"
            "<name>n</name><rtept lat='40.28' lon='-76.84'><ele>3</ele></rtept>"
            "<rtept lat='40.29' lon='-76.83'/></rte></gpx>");
        QTest::newRow("gpx track") << QByteArray("<gpx><trk><trkseg><trkpt lat='40.28' lon='-76.84'><time/></trkpt>"
                                                 "<trkpt lat='40.28' lon='-76.84'/><trkpt lat='40.29' lon='-76.83'/>"
                                                 "</trkseg></trk></gpx>");
        QTest::newRow("kml line") << QByteArray("<kml><Document><Placemark><LineString><coordinates>-76.84,40.28 "
                                                "-76.83,40.29</coordinates></LineString></Placemark></Document></kml>");
        QTest::newRow("geojson line") << QByteArray(
            R"({"type":"LineString","coordinates":[[-76.84,40.28],[-76.83,40.29]]})");
        QTest::newRow("wkt line") << QByteArray("LINESTRING(-76.84 40.28, -76.83 40.29)");
    }

    void readsALineAsACorridor()
    {
        QFETCH(const QByteArray, text);

        const auto reading = readAreaFile(text, 25);

        QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().detail));
        QVERIFY(reading->hasAssumedWidth);
        const Corridor expected{.route = {at(-76.84, 40.28), at(-76.83, 40.29)}, .halfWidthMetres = 25};
        QCOMPARE(std::get<Corridor>(reading->figure), expected);
    }

    void takesTheWidthThatAFileNames()
    {
        const auto reading = readAreaFile(R"({"type":"Feature","properties":{"halfWidthMetres":12},"geometry":
            {"type":"LineString","coordinates":[[0,0],[0.01,0]]}})");

        QVERIFY(reading);
        QVERIFY(!reading->hasAssumedWidth);
        QCOMPARE(std::get<Corridor>(reading->figure).halfWidthMetres, 12.0);
    }

    void makesTheSameFigureOfItsOwnFeature_data()
    {
        QTest::addColumn<Figure>("figure");
        QTest::addColumn<QString>("kind");
        QTest::newRow("polygon") << Figure(MultiPolygon{{.outer = {{at(0, 0), at(2, 0), at(1, 2)}}, .holes = {}}})
                                 << u"polygon"_s;
        QTest::newRow("rectangle") << Figure(MultiPolygon{{.outer = rectangleRing(at(0, 0), at(2, 1)), .holes = {}}})
                                   << u"rectangle"_s;
        QTest::newRow("circle") << Figure(Circle{.centre = at(179.999, 52), .radiusMetres = 300.5}) << u"circle"_s;
        QTest::newRow("corridor") << Figure(Corridor{.route = {at(-76.84, 40.28), at(-76.83, 40.29), at(-76.82, 40.29)},
                                                     .halfWidthMetres = 17.5})
                                  << u"corridor"_s;
    }

    void makesTheSameFigureOfItsOwnFeature()
    {
        QFETCH(const Figure, figure);

        const auto reading = readAreaFile(featureOf(figure));

        QVERIFY2(reading, qPrintable(reading ? QString() : reading.error().detail));
        QTEST(kindWord(reading->figure), "kind");
        QVERIFY(std::abs(areaSquareMetres(reading->figure) / areaSquareMetres(figure) - 1) < 1e-12);
        if (!std::holds_alternative<MultiPolygon>(figure)) {
            QVERIFY(reading->figure == figure);
        }
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<GeoFormatError>("error");
        QTest::newRow("nothing") << QByteArray(" \n") << GeoFormatError::NoArea;
        QTest::newRow("prose") << QByteArray("Meet me at the corner.") << GeoFormatError::NotWkt;
        QTest::newRow("broken json") << QByteArray("{\"type\":") << GeoFormatError::NotJson;
        QTest::newRow("other json") << QByteArray("{\"a\":1}") << GeoFormatError::NotGeoJson;
        QTest::newRow("other xml") << QByteArray("<html/>") << GeoFormatError::NotKml;
        QTest::newRow("broken gpx") << QByteArray("<gpx><rte></gpx>") << GeoFormatError::NotXml;
        QTest::newRow("point only") << QByteArray(R"({"type":"Point","coordinates":[1,2]})") << GeoFormatError::NoArea;
        QTest::newRow("gpx without a line")
            << QByteArray("<gpx><wpt lat='1' lon='2'/></gpx>") << GeoFormatError::NoArea;
        QTest::newRow("two tracks") << QByteArray("<gpx><trk><trkseg><trkpt lat='1' lon='1'/><trkpt lat='1' "
                                                  "lon='2'/></trkseg><trkseg><trkpt lat='3' lon='1'/>"
                                                  "<trkpt lat='3' lon='2'/></trkseg></trk></gpx>")
                                    << GeoFormatError::SeveralAreas;
        QTest::newRow("gpx latitude 95") << QByteArray("<gpx><rte><rtept lat='95' lon='1'/></rte></gpx>")
                                         << GeoFormatError::BadCoordinate;
        QTest::newRow("gpx latitude in words")
            << QByteArray("<gpx><rte><rtept lat='north' lon='1'/></rte></gpx>") << GeoFormatError::BadCoordinate;
        QTest::newRow("wkt longitude 181")
            << QByteArray("POLYGON((181 1,2 2,3 1,181 1))") << GeoFormatError::BadCoordinate;
        QTest::newRow("wkt not a number")
            << QByteArray("POLYGON((nan 1,2 2,3 1,0 1))") << GeoFormatError::BadCoordinate;
        QTest::newRow("wkt with half a position")
            << QByteArray("POLYGON((1,2 2,3 1,1))") << GeoFormatError::BadCoordinate;
        QTest::newRow("wkt without commas")
            << QByteArray("POLYGON((1 1 2 2 3 1 1 1))") << GeoFormatError::BadCoordinate;
        QTest::newRow("wkt height not announced")
            << QByteArray("POLYGON((1 1 5,2 2 5,3 1 5,1 1 5))") << GeoFormatError::BadCoordinate;
        QTest::newRow("wkt left open") << QByteArray("POLYGON((1 1,2 2,3 1,1 1)") << GeoFormatError::NotWkt;
        QTest::newRow("wkt of another place")
            << QByteArray("SRID=25832;POLYGON((1 1,2 2,3 1,1 1))") << GeoFormatError::NotWkt;
        QTest::newRow("circle without radius")
            << QByteArray(R"({"type":"Feature","geometry":null,"properties":{"kind":"circle","centre":[1,2]}})")
            << GeoFormatError::BadCoordinate;
        QTest::newRow("corridor too wide")
            << QByteArray(
                   R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[0,0],[1,0]]},"properties":{"halfWidthMetres":1e6}})")
            << GeoFormatError::BadCoordinate;
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(const QByteArray, text);

        const auto reading = readAreaFile(text);

        QVERIFY(!reading);
        QTEST(reading.error().code, "error");
    }

    void refusesMoreVerticesThanAnAreaMayHave_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("vertex");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("geojson") << QByteArray("{\"type\":\"Polygon\",\"coordinates\":[[[0,0]") << QByteArray(",[1,1]")
                                 << QByteArray("]]}");
        QTest::newRow("wkt") << QByteArray("POLYGON((0 0") << QByteArray(",1 1") << QByteArray("))");
        QTest::newRow("gpx") << QByteArray("<gpx><rte>") << QByteArray("<rtept lat='1' lon='1'/>")
                             << QByteArray("</rte></gpx>");
        QTest::newRow("kml") << QByteArray("<kml><Placemark><LineString><coordinates>") << QByteArray("1,1 ")
                             << QByteArray("</coordinates></LineString></Placemark></kml>");
    }

    void refusesMoreVerticesThanAnAreaMayHave()
    {
        QFETCH(const QByteArray, begin);
        QFETCH(const QByteArray, vertex);
        QFETCH(const QByteArray, end);

        const auto reading = readAreaFile(begin + vertex.repeated(MostVerticesInAnArea + 1) + end);

        QVERIFY(!reading);
        QCOMPARE(reading.error().code, GeoFormatError::TooManyVertices);
    }

    void endsOnDeepNesting_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<QByteArray>("close");
        QTest::newRow("kml folders") << QByteArray("<kml>") + QByteArray("<Folder>").repeated(60'000)
                                     << QByteArray("</Folder>").repeated(60'000) + "</kml>";
        QTest::newRow("kml name") << QByteArray("<kml><Placemark><name>") + QByteArray("<b>").repeated(60'000)
                                  << QByteArray("</b>").repeated(60'000) + "</name></Placemark></kml>";
        QTest::newRow("kml data") << QByteArray("<kml><Placemark><ExtendedData>") +
                                         QByteArray("<SchemaData>").repeated(60'000)
                                  << QByteArray("</SchemaData>").repeated(60'000) + "</ExtendedData></Placemark></kml>";
        QTest::newRow("gpx") << QByteArray("<gpx>") + QByteArray("<extensions>").repeated(60'000)
                             << QByteArray("</extensions>").repeated(60'000) + "</gpx>";
        QTest::newRow("json") << QByteArray("{\"a\":") + QByteArray("[").repeated(60'000)
                              << QByteArray("]").repeated(60'000) + "}";
        QTest::newRow("wkt") << QByteArray("POLYGON") + QByteArray("(").repeated(60'000)
                             << QByteArray(")").repeated(60'000);
    }

    void endsOnDeepNesting()
    {
        QFETCH(const QByteArray, open);
        QFETCH(const QByteArray, close);

        QVERIFY(!readAreaFile(open + close));
        QVERIFY(!readAreaFile(open));
    }
};

QTEST_APPLESS_MAIN(TestAreaFile)
#include "tst_areafile.moc"
