// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/geojson.h"
#include "geo/measures.h"
#include "geo/validity.h"

#include <QJsonArray>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Square = R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]})";

} // namespace

class TestGeoJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAreaInAnyWrapping_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("geometry") << Square;
        QTest::newRow("with a byte-order mark") << "\xEF\xBB\xBF" + Square;
        QTest::newRow("feature") << R"({"type":"Feature","properties":null,"geometry":)" + Square + "}";
        QTest::newRow("collection") << R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[5,5]}},
            {"type":"Feature","properties":{},"geometry":)" +
                                           Square + "}]}";
        QTest::newRow("geometry collection") << R"({"type":"GeometryCollection","geometries":[)" + Square + "]}";
        QTest::newRow("with heights") << QByteArray(
            R"({"type":"Polygon","coordinates":[[[0,0,3],[1,0,3],[1,1,3],[0,1,3],[0,0,3]]]})");
        QTest::newRow("not closed") << QByteArray(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]})");
    }

    void readsAnAreaInAnyWrapping()
    {
        QFETCH(const QByteArray, json);

        const auto area = readArea(json);

        QVERIFY(area);
        QCOMPARE(area->size(), 1U);
        QCOMPARE(area->front().outer.points.size(), 4U);
    }

    void refusesWhatIsNoArea_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<GeoFormatError>("error");
        QTest::newRow("text") << QByteArray("name,lat,lon\n") << GeoFormatError::NotJson;
        QTest::newRow("cut off") << Square.left(40) << GeoFormatError::NotJson;
        QTest::newRow("empty") << QByteArray() << GeoFormatError::NotJson;
        QTest::newRow("a list") << QByteArray("[]") << GeoFormatError::NotGeoJson;
        QTest::newRow("other JSON") << QByteArray(R"({"rings":[]})") << GeoFormatError::NotGeoJson;
        QTest::newRow("a point") << QByteArray(R"({"type":"Point","coordinates":[1,2]})") << GeoFormatError::NoArea;
        QTest::newRow("text for a number") << QByteArray(R"({"type":"Polygon","coordinates":[[["a",0],[1,0],[1,1]]]})")
                                           << GeoFormatError::BadCoordinate;
        QTest::newRow("no place on earth") << QByteArray(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,91]]]})")
                                           << GeoFormatError::BadCoordinate;
        QTest::newRow("no ring") << QByteArray(R"({"type":"Polygon","coordinates":[]})")
                                 << GeoFormatError::BadCoordinate;
        QTest::newRow("two areas") << R"({"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":)" +
                                          Square + R"(},{"type":"Feature","geometry":)" + Square + "}]}"
                                   << GeoFormatError::SeveralAreas;
    }

    void refusesWhatIsNoArea()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const GeoFormatError, error);

        const auto area = readArea(json);

        QVERIFY(!area);
        QCOMPARE(area.error().code, error);
    }

    void namesTheLineOfBrokenJson()
    {
        const auto area = readArea("{\n\"type\": \"Polygon\",\n oops }");

        QVERIFY(!area);
        QVERIFY(area.error().detail.startsWith(u"line 3"));
    }

    void givesBrokenFeaturesWithTheirFault()
    {
        const auto features = readGeoJson(R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[200,5]}},
            {"type":"Feature","properties":{"name":"B"},"geometry":null}]})");

        QVERIFY(features);
        QCOMPARE(features->size(), 2U);
        QVERIFY(!features->front().fault.isEmpty());
        QVERIFY(features->back().fault.isEmpty());
    }

    void writesOuterRingsCounterClockwise()
    {
        const MultiPolygon clockwise{{.outer = {{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}, .holes = {}}};

        const QJsonObject json = areaToJson(clockwise);

        QCOMPARE(json.value("type"_L1).toString(), u"Polygon"_s);
        const QJsonArray ring = json.value("coordinates"_L1).toArray().first().toArray();
        QCOMPARE(ring.first(), ring.last());
        double doubled = 0;
        for (qsizetype i = 0; i + 1 < ring.size(); ++i) {
            doubled +=
                ring[i][0].toDouble() * ring[i + 1][1].toDouble() - ring[i + 1][0].toDouble() * ring[i][1].toDouble();
        }
        QVERIFY(doubled > 0);
    }

    void keepsWhatItWrites()
    {
        const MultiPolygon shape{
            {.outer = {{{40.28391, -76.83377}, {40.2812345, -76.82}, {40.29, -76.825}}}, .holes = {}}};

        const auto again = readArea(areaToGeoJson(shape));

        QVERIFY(again);
        QCOMPARE(areaSquareMetres(*again), areaSquareMetres(shape));
        QCOMPARE(readArea(areaToGeoJson(*again)).value(), *again);
    }

    void cutsAtTheAntimeridian()
    {
        const MultiPolygon shape{{.outer = rectangleRing({10, 179.5}, {11, -179.25}), .holes = {}}};

        const QJsonObject json = areaToJson(shape);
        const auto again = readArea(areaToGeoJson(shape));

        QCOMPARE(json.value("type"_L1).toString(), u"MultiPolygon"_s);
        QVERIFY(again);
        QCOMPARE(again->size(), 2U);
        QVERIFY(!findFault(*again));
        for (const Polygon &part : *again) {
            for (const GeoPoint point : part.outer.points) {
                QVERIFY(point.isValid());
            }
        }
        // Cutting a geodesic edge adds a vertex beside it, so the area changes a little.
        QVERIFY(std::abs(areaSquareMetres(*again) / areaSquareMetres(shape) - 1) < 1e-4);
    }
};

QTEST_APPLESS_MAIN(TestGeoJson)
#include "tst_geojson.moc"
