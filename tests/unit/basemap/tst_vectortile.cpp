// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/vectortile.h"
#include "support/mappack.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

const std::vector<QPoint> Square{{0, 0}, {4096, 0}, {4096, 2048}, {0, 2048}};

QByteArray sampleTile()
{
    return encodeTile({
        {.name = "water", .features = {{.type = 3, .points = Square, .tags = {{"class", "lake"}, {"name", "Pond"}}}}},
        {.name = "transportation",
         .features = {{.type = 2, .points = {{10, 10}, {400, 900}}, .tags = {{"class", "primary"}, {"name", "Pike"}}}}},
        {.name = "place", .features = {{.type = 1, .points = {{2048, 1024}}, .tags = {{"class", "town"}}}}},
        {.name = "poi", .features = {{.type = 1, .points = {{1, 1}}, .tags = {{"name", "not drawn"}}}}},
    });
}

/// A tile of one layer with one feature, whose parts are given raw.
QByteArray rawTile(const std::vector<quint32> &commands, const std::vector<quint32> &tags = {}, quint32 extent = 4096)
{
    std::string bytes;
    {
        protozero::pbf_writer tile(bytes);
        protozero::pbf_writer layer(tile, 3);
        layer.add_string(1, "water");
        layer.add_uint32(5, extent);
        protozero::pbf_writer feature(layer, 2);
        feature.add_enum(3, 3);
        feature.add_packed_uint32(2, tags.begin(), tags.end());
        feature.add_packed_uint32(4, commands.begin(), commands.end());
    }
    return QByteArray::fromStdString(bytes);
}

/// A point, and its ring closed so often: each time is one byte in the tile and a point in memory.
std::vector<quint32> closedOften(std::size_t times)
{
    std::vector<quint32> commands{(1U << 3) | 1U, 2, 2};
    commands.insert(commands.end(), times, (1U << 3) | 7U);
    return commands;
}

} // namespace

class TestVectorTile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesWhatTheStyleReads();
    void leavesOutLayersThatAreNotDrawn();
    void takesAdministrativeLevelsForBoundaries();
    void readsProtomapsAsWell();
    void knowsTheSchemaByItsLayers();
    void leavesOutKindsThatAreNotDrawn();
    void refusesBrokenTiles_data();
    void refusesBrokenTiles();
    void leavesOutFeaturesOfUnknownGeometry();
    void survivesEveryTruncation();
    void survivesRandomDamage();
};

void TestVectorTile::decodesWhatTheStyleReads()
{
    const auto tile = decodeVectorTile(sampleTile());

    QVERIFY(tile.has_value());
    QCOMPARE(tile->features.size(), 3U);
    const TileFeature &water = tile->features[0];
    QCOMPARE(water.layer, TileLayer::Water);
    QCOMPARE(water.geometry, TileGeometry::Polygons);
    QCOMPARE(water.text, u"Pond"_s);
    QCOMPARE(water.parts.size(), 1U);
    QCOMPARE(water.parts[0], QPolygonF({{0, 0}, {1, 0}, {1, 0.5}, {0, 0.5}, {0, 0}}));
    QCOMPARE(water.bounds, QRectF(0, 0, 1, 0.5));
    QCOMPARE(tile->features[1].kind, TileClass::Primary);
    QCOMPARE(tile->features[1].text, u"Pike"_s);
    QCOMPARE(tile->features[2].kind, TileClass::Town);
    QCOMPARE(tile->features[2].parts[0].constFirst(), QPointF(0.5, 0.25));
    QVERIFY(tile->bytes > 0);
}

void TestVectorTile::leavesOutLayersThatAreNotDrawn()
{
    const auto tile = decodeVectorTile(
        encodeTile({{.name = "poi", .extent = 0, .features = {{.type = 1, .points = {{1, 1}}, .tags = {}}}}}));

    QVERIFY(tile.has_value());
    QVERIFY(tile->features.empty());
}

void TestVectorTile::takesAdministrativeLevelsForBoundaries()
{
    std::string bytes;
    {
        protozero::pbf_writer tile(bytes);
        protozero::pbf_writer layer(tile, 3);
        layer.add_string(1, "boundary");
        layer.add_string(3, "admin_level");
        {
            protozero::pbf_writer value(layer, 4);
            value.add_uint64(5, 6);
        }
        protozero::pbf_writer feature(layer, 2);
        feature.add_enum(3, 2);
        const std::vector<quint32> tags{0, 0};
        feature.add_packed_uint32(2, tags.begin(), tags.end());
        const std::vector<quint32> commands = commandsOf({.type = 2, .points = {{0, 0}, {10, 10}}, .tags = {}});
        feature.add_packed_uint32(4, commands.begin(), commands.end());
    }

    const auto tile = decodeVectorTile(QByteArray::fromStdString(bytes));

    QVERIFY(tile.has_value());
    QCOMPARE(tile->features.at(0).kind, TileClass::County);
}

void TestVectorTile::readsProtomapsAsWell()
{
    const QByteArray bytes = encodeTile({
        {.name = "earth", .features = {{.type = 3, .points = Square, .tags = {{"kind", "earth"}}}}},
        {.name = "water",
         .features = {{.type = 3, .points = Square, .tags = {{"kind", "lake"}}},
                      {.type = 2, .points = {{0, 0}, {9, 9}}, .tags = {{"kind", "stream"}, {"name", "Alder"}}}}},
        {.name = "landuse", .features = {{.type = 3, .points = Square, .tags = {{"kind", "park"}, {"name", "Green"}}}}},
        {.name = "roads",
         .features = {{.type = 2,
                       .points = {{0, 0}, {9, 9}},
                       .tags = {{"kind", "major_road"}, {"kind_detail", "primary"}, {"name", "Pike"}}},
                      {.type = 2, .points = {{0, 0}, {9, 9}}, .tags = {{"kind_detail", "new"}, {"kind", "minor_road"}}},
                      {.type = 2, .points = {{0, 0}, {9, 9}}, .tags = {{"kind", "ferry"}}}}},
        {.name = "places",
         .features = {{.type = 1, .points = {{1, 1}}, .tags = {{"kind", "locality"}, {"kind_detail", "village"}}}}},
        {.name = "buildings",
         .features = {{.type = 1, .points = {{1, 1}}, .tags = {{"kind", "address"}, {"addr_housenumber", "12"}}}}},
    });

    const auto tile = decodeVectorTile(bytes, TileSchema::Protomaps);

    QVERIFY(tile.has_value());
    const std::vector<TileKind> expected{{TileLayer::Land, TileClass::Other},
                                         {TileLayer::Water, TileClass::Other},
                                         {TileLayer::Waterway, TileClass::Other},
                                         {TileLayer::Park, TileClass::Other},
                                         {TileLayer::Transportation, TileClass::Primary},
                                         {TileLayer::Transportation, TileClass::Minor},
                                         {TileLayer::Place, TileClass::Village},
                                         {TileLayer::HouseNumber, TileClass::Other}};
    QCOMPARE(tile->features.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(tile->features[i].layer, expected[i].layer);
        QCOMPARE(tile->features[i].kind, expected[i].kind);
    }
    QCOMPARE(tile->features[4].text, u"Pike"_s);
    QCOMPARE(tile->features[7].text, u"12"_s);
    // In the other schema the words of this one mean little.
    QCOMPARE(decodeVectorTile(bytes)->features.size(), 2U);
}

void TestVectorTile::knowsTheSchemaByItsLayers()
{
    const auto metadata = [](const QByteArray &layers) {
        return QJsonDocument::fromJson("{\"vector_layers\":[" + layers + "]}").object();
    };
    QCOMPARE(schemaOf(metadata(R"({"id":"earth"},{"id":"roads"})")), TileSchema::Protomaps);
    QCOMPARE(schemaOf(metadata(R"({"id":"water"},{"id":"transportation"})")), TileSchema::OpenMapTiles);
    QCOMPARE(schemaOf({}), TileSchema::OpenMapTiles);
}

void TestVectorTile::leavesOutKindsThatAreNotDrawn()
{
    const auto tile = decodeVectorTile(
        encodeTile({{.name = "transportation",
                     .features = {{.type = 2, .points = {{0, 0}, {9, 9}}, .tags = {{"class", "ferry"}}},
                                  {.type = 2, .points = {{0, 0}, {9, 9}}, .tags = {{"class", "minor"}}}}}}));

    QVERIFY(tile.has_value());
    QCOMPARE(tile->features.size(), 1U);
}

void TestVectorTile::refusesBrokenTiles_data()
{
    QTest::addColumn<QByteArray>("bytes");

    constexpr quint32 MoveTo = 1;
    constexpr quint32 LineTo = 2;
    QTest::newRow("no tile") << QByteArray("this is no protocol buffer");
    QTest::newRow("more commands than numbers") << rawTile({(0x1fff'ffffU << 3) | MoveTo, 2, 2});
    QTest::newRow("half a point") << rawTile({(1U << 3) | MoveTo, 2});
    QTest::newRow("unknown command") << rawTile({(1U << 3) | 4U, 2, 2});
    QTest::newRow("far outside") << rawTile({(1U << 3) | MoveTo, zigzag(2'000'000'000), 0});
    QTest::newRow("creeping outside") << rawTile(
        {(1U << 3) | MoveTo, 0, 0, (2U << 3) | LineTo, zigzag(60'000), 0, zigzag(60'000), 0});
    QTest::newRow("closed again and again") << rawTile(closedOften(2'100'000));
    QTest::newRow("extent 0") << rawTile({(1U << 3) | MoveTo, 2, 2}, {}, 0);
    QTest::newRow("extent 2^31") << rawTile({(1U << 3) | MoveTo, 2, 2}, {}, 1U << 31);
    QTest::newRow("key out of range") << rawTile({(1U << 3) | MoveTo, 2, 2}, {0, 0});
    QTest::newRow("key without value") << rawTile({(1U << 3) | MoveTo, 2, 2}, {0});
}

void TestVectorTile::refusesBrokenTiles()
{
    QFETCH(const QByteArray, bytes);

    const auto tile = decodeVectorTile(bytes);

    QVERIFY(!tile.has_value());
    QCOMPARE(tile.error().code, BasemapError::BadTile);
}

void TestVectorTile::leavesOutFeaturesOfUnknownGeometry()
{
    const auto tile =
        decodeVectorTile(encodeTile({{.name = "water", .features = {{.type = 9, .points = Square, .tags = {}}}}}));

    QVERIFY(tile.has_value());
    QVERIFY(tile->features.empty());
}

void TestVectorTile::survivesEveryTruncation()
{
    const QByteArray bytes = sampleTile();
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const auto tile = decodeVectorTile(bytes.first(length));
        QVERIFY(!tile || tile->features.size() <= 3);
    }
}

void TestVectorTile::survivesRandomDamage()
{
    QRandomGenerator random(11);
    const QByteArray bytes = sampleTile();
    int refused = 0;
    for (int i = 0; i < 50'000; ++i) {
        QByteArray damaged = bytes;
        for (int j = 0; j < 4; ++j) {
            damaged[random.bounded(damaged.size())] = static_cast<char>(random.bounded(256));
        }
        refused += decodeVectorTile(damaged) ? 0 : 1;
    }
    QVERIFY(refused > 1000);
}

QTEST_GUILESS_MAIN(TestVectorTile)

#include "tst_vectortile.moc"
