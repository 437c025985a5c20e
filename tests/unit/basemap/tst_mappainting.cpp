// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/labelpainter.h"
#include "basemap/mapscale.h"
#include "basemap/mapsheet.h"
#include "basemap/mercator.h"
#include "basemap/pmtiles.h"
#include "basemap/tilestore.h"
#include "support/mappack.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr TileId TownTile{.zoom = 14, .x = 4694, .y = 6185};

std::unique_ptr<PmtilesArchive> archiveOf(const std::map<quint64, QByteArray> &tiles, const PackParts &parts)
{
    return PmtilesArchive::open(std::make_unique<BytesInMemory>(encodePack(tiles, parts))).value();
}

/// Land in the west half of the world, zooms 0 and 1.
std::unique_ptr<PmtilesArchive> worldPack()
{
    PackParts parts;
    parts.maximumZoom = 0;
    parts.metadata = R"({"vector_layers":[{"id":"land"}],"attribution":"World"})";
    return archiveOf(
        {{0, encodeTile(
                 {{.name = "land",
                   .features = {{.type = 3, .points = {{0, 0}, {2048, 0}, {2048, 4096}, {0, 4096}}, .tags = {}}}}})}},
        parts);
}

/// A lake in the north-west quarter of one tile, and a road with a name through its middle.
std::unique_ptr<PmtilesArchive> townPack()
{
    PackParts parts;
    parts.minimumZoom = 14;
    parts.maximumZoom = 14;
    parts.metadata = R"({"vector_layers":[{"id":"water"}],"attribution":"Town"})";
    const QRectF world = TownTile.world();
    const GeoPoint northWest = Mercator::fromWorld(world.topLeft());
    const GeoPoint southEast = Mercator::fromWorld(world.bottomRight());
    parts.west = northWest.longitude;
    parts.north = northWest.latitude;
    parts.east = southEast.longitude;
    parts.south = southEast.latitude;
    return archiveOf(
        {{toPmtilesNumber(TownTile),
          encodeTile({{.name = "water",
                       .features = {{.type = 3, .points = {{0, 0}, {2048, 0}, {2048, 2048}, {0, 2048}}, .tags = {}}}},
                      {.name = "transportation",
                       .features = {{.type = 2,
                                     .points = {{0, 3072}, {4096, 3072}},
                                     .tags = {{"class", "primary"}, {"name", "Old Mill Pike"}}}}}})}},
        parts);
}

QColor at(const QImage &image, double x, double y)
{
    return image.pixelColor(qRound(x * image.width()), qRound(y * image.height()));
}

LabelView viewOf(TileId tile, double zoom, double bearing)
{
    return {.centre = Mercator::fromWorld(tile.world().center()),
            .zoom = zoom,
            .bearing = bearing,
            .size = {800, 600},
            .pixelRatio = 1,
            .theme = MapTheme::Day,
            .fontFamily = u"Inter"_s};
}

} // namespace

class TestMapPainting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsSeaAroundLand();
    void paintsATownOverTheWorld();
    void paintsByNight();
    void paintsAtTheScreensOwnPixels();
    void paintsPartOfALargerTileBeyondTheLastZoom();
    void countsABrokenTileAndPaintsTheRest();
    void creditsEveryPack();
    void creditsWithoutLinks();
    void paintsPacksThatOverlapAsOne();
    void neverMixesAMadeUpTownWithRealStreets();
    void printsOnWhite();
    void paintsASheetWithScaleAndCredits();
    void sheetTurnsWithTheBearing();
    void roundsTheScaleBar();
    void storePaintsWhatIsWanted();
    void storeForgetsTheOldLook();
    void storeKeepsToItsMemory();
    void storeEndsWhilePainting();
    void labelsAreUprightUnderEveryBearing();
    void labelsEndWithThePack();
    void labelsDoNotTouchEachOther();
    void labelsAreTheSameEachTime();
    void widthsGrowEvenly();
};

void TestMapPainting::paintsSeaAroundLand()
{
    MapPacks packs;
    packs.add(worldPack());

    const QImage image = paintTile({.tile = {0, 0, 0}}, packs.parts({0, 0, 0}));

    QCOMPARE(image.size(), QSize(512, 512));
    QCOMPARE(at(image, 0.25, 0.5), mapPalette(MapTheme::Day).land);
    QCOMPARE(at(image, 0.75, 0.5), mapPalette(MapTheme::Day).water);
}

void TestMapPainting::paintsATownOverTheWorld()
{
    MapPacks packs;
    packs.add(townPack());
    packs.add(worldPack());
    QCOMPARE(packs.maximumZoom(), 14);

    const QImage image = paintTile({.tile = TownTile}, packs.parts(TownTile));

    QCOMPARE(at(image, 0.25, 0.25), mapPalette(MapTheme::Day).water);
    QCOMPARE(at(image, 0.75, 0.25), mapPalette(MapTheme::Day).land);
    QCOMPARE(at(image, 0.5, 0.75), mapPalette(MapTheme::Day).mainRoad);
}

void TestMapPainting::paintsByNight()
{
    MapPacks packs;
    packs.add(townPack());

    const QImage image = paintTile({.tile = TownTile, .theme = MapTheme::Night}, packs.parts(TownTile));

    QCOMPARE(at(image, 0.25, 0.25), mapPalette(MapTheme::Night).water);
}

void TestMapPainting::paintsAtTheScreensOwnPixels()
{
    MapPacks packs;
    packs.add(townPack());

    const QImage image = paintTile({.tile = TownTile, .pixelRatio = 1.5}, packs.parts(TownTile));

    QCOMPARE(image.size(), QSize(768, 768));
    QCOMPARE(at(image, 0.25, 0.25), mapPalette(MapTheme::Day).water);
    QCOMPARE(at(image, 0.51, 0.25), mapPalette(MapTheme::Day).land);
}

void TestMapPainting::paintsPartOfALargerTileBeyondTheLastZoom()
{
    MapPacks packs;
    packs.add(townPack());
    const TileId south{.zoom = 16, .x = TownTile.x * 4, .y = TownTile.y * 4 + 2};
    const TileId lake{.zoom = 16, .x = TownTile.x * 4, .y = TownTile.y * 4};

    const QImage lakeImage = paintTile({.tile = lake}, packs.parts(lake));
    const QImage southImage = paintTile({.tile = south}, packs.parts(south));

    QCOMPARE(at(lakeImage, 0.5, 0.5), mapPalette(MapTheme::Day).water);
    QCOMPARE(at(southImage, 0.5, 0.5), mapPalette(MapTheme::Day).land);
}

void TestMapPainting::countsABrokenTileAndPaintsTheRest()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"tile 0/0/0 is broken"_s));
    MapPacks packs;
    packs.add(archiveOf({{0, "no vector tile"}}, {}));

    const QImage image = paintTile({.tile = {0, 0, 0}}, packs.parts({0, 0, 0}));

    QCOMPARE(packs.brokenTiles(), 1);
    QCOMPARE(at(image, 0.5, 0.5), mapPalette(MapTheme::Day).land);
}

void TestMapPainting::creditsEveryPack()
{
    MapPacks packs;
    packs.add(townPack());
    packs.add(worldPack());

    QCOMPARE(packs.credits(), u"Town · World"_s);
}

void TestMapPainting::creditsWithoutLinks()
{
    PackParts parts;
    parts.metadata = R"({"attribution":"<a href='https://example.org'>&copy; OpenStreetMap</a> contributors"})";
    MapPacks packs;
    packs.add(archiveOf({{0, QByteArray()}}, parts));

    QCOMPARE(packs.credits(), u"© OpenStreetMap contributors"_s);
}

void TestMapPainting::paintsPacksThatOverlapAsOne()
{
    PackParts parts;
    parts.minimumZoom = 14;
    parts.maximumZoom = 14;
    // The upper pack covers the same ground and has a side street alone.
    MapPacks packs;
    packs.add(townPack());
    packs.add(archiveOf(
        {{toPmtilesNumber(TownTile),
          encodeTile(
              {{.name = "transportation",
                .features = {{.type = 2, .points = {{3072, 0}, {3072, 4096}}, .tags = {{"class", "secondary"}}}}}})}},
        parts));

    const QImage image = paintTile({.tile = TownTile}, packs.parts(TownTile));

    const MapPalette &palette = mapPalette(MapTheme::Day);
    QCOMPARE(at(image, 0.25, 0.25), palette.water);
    QCOMPARE(at(image, 0.75, 0.25), palette.road);
    // The main road goes over the side street, whichever pack it is of.
    QCOMPARE(at(image, 0.75, 0.75), palette.mainRoad);
}

void TestMapPainting::neverMixesAMadeUpTownWithRealStreets()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"town.pmtiles"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(encodePack(std::map<quint64, QByteArray>{{0, QByteArray()}}));
    file.close();
    MapPacks covered;
    covered.add(townPack());
    MapPacks free;
    free.add(worldPack());

    QCOMPARE(covered.openUnlessCovered(file.fileName()).value(), false);
    QCOMPARE(free.openUnlessCovered(file.fileName()).value(), true);
    QVERIFY(!free.openUnlessCovered(folder.path()).has_value());
}

void TestMapPainting::printsOnWhite()
{
    MapPacks packs;
    packs.add(townPack());

    const QImage image = paintTile({.tile = TownTile, .theme = MapTheme::Print}, packs.parts(TownTile));

    QCOMPARE(at(image, 0.75, 0.25), QColor(Qt::white));
    QVERIFY(qGray(at(image, 0.25, 0.25).rgb()) > 200);
}

void TestMapPainting::paintsASheetWithScaleAndCredits()
{
    MapPacks packs;
    packs.add(townPack());
    MapSheet sheet{.centre = Mercator::fromWorld(TownTile.world().center()), .zoom = 15, .size = {640, 480}};

    const QImage image = paintSheet(sheet, packs);

    QCOMPARE(image.size(), QSize(640, 480));
    const QColor label = mapPalette(MapTheme::Day).label;
    const auto dark = [&](QRect part) {
        int count = 0;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                count += qGray(image.pixel(x, y)) < qGray(label.rgb()) + 70 ? 1 : 0;
            }
        }
        return count;
    };
    QVERIFY(dark({0, 455, 180, 25}) > 60);  // Bar and length.
    QVERIFY(dark({580, 455, 60, 25}) > 20); // "Town".
    QCOMPARE(dark({10, 10, 100, 20}), 0);
}

void TestMapPainting::sheetTurnsWithTheBearing()
{
    MapPacks packs;
    packs.add(townPack());
    MapSheet sheet{
        .centre = Mercator::fromWorld(TownTile.world().center()), .zoom = 15, .bearing = 180, .size = {400, 400}};

    const QImage image = paintSheet(sheet, packs);

    // The lake of the north-west is seen to the lower right.
    QCOMPARE(image.pixelColor(300, 280), mapPalette(MapTheme::Day).water);
    QCOMPARE(image.pixelColor(100, 280), mapPalette(MapTheme::Day).land);
}

void TestMapPainting::roundsTheScaleBar()
{
    const MapScale small = scaleBar(0.3048, 110);
    QCOMPARE(small.number, u"100"_s);
    QVERIFY(!small.isMiles);
    QCOMPARE(qRound(small.pixels), 100);
    const MapScale large = scaleBar(1609.344, 110);
    QCOMPARE(large.number, u"100"_s);
    QVERIFY(large.isMiles);
}

void TestMapPainting::storePaintsWhatIsWanted()
{
    MapPacks packs;
    packs.add(townPack());
    TileStore store(packs);
    QSignalSpy painted(&store, &TileStore::painted);

    store.setWanted({TownTile});

    QTRY_COMPARE_WITH_TIMEOUT(painted.size(), 1, 5000);
    QCOMPARE(at(store.picture(TownTile), 0.25, 0.25), mapPalette(MapTheme::Day).water);
    store.setWanted({TownTile});
    QVERIFY(!painted.wait(50));
}

void TestMapPainting::storeForgetsTheOldLook()
{
    MapPacks packs;
    packs.add(townPack());
    TileStore store(packs);
    QSignalSpy painted(&store, &TileStore::painted);
    store.setWanted({TownTile});
    QTRY_COMPARE_WITH_TIMEOUT(painted.size(), 1, 5000);

    store.setLook({.theme = MapTheme::Night, .pixelRatio = 1});
    QVERIFY(store.picture(TownTile).isNull());
    store.setWanted({TownTile});

    QTRY_VERIFY_WITH_TIMEOUT(!store.picture(TownTile).isNull(), 5000);
    QCOMPARE(at(store.picture(TownTile), 0.25, 0.25), mapPalette(MapTheme::Night).water);
}

void TestMapPainting::storeKeepsToItsMemory()
{
    MapPacks packs;
    packs.add(worldPack());
    TileStore store(packs);
    QSignalSpy painted(&store, &TileStore::painted);
    QList<TileId> many;
    constexpr int Across = 13; // 169 tiles of one megabyte each.
    for (int i = 0; i < Across * Across; ++i) {
        many.append({.zoom = 6, .x = i % Across, .y = i / Across});
    }

    store.setWanted(many);
    QTRY_COMPARE_WITH_TIMEOUT(painted.size(), many.size(), 30'000);

    const auto kept = std::ranges::count_if(many, [&store](TileId id) { return !store.picture(id).isNull(); });
    QVERIFY(kept * 512 * 512 * 4 <= TileStore::PaintedBytes);
    QVERIFY(kept > 100);
}

void TestMapPainting::storeEndsWhilePainting()
{
    MapPacks packs;
    packs.add(worldPack());
    for (int round = 0; round < 20; ++round) {
        TileStore store(packs);
        QList<TileId> many;
        for (int i = 0; i < 64; ++i) {
            many.append({.zoom = 6, .x = i, .y = round});
        }
        store.setWanted(many);
        store.placeLabels(viewOf(TownTile, 15, 0));
    }
}

void TestMapPainting::labelsAreUprightUnderEveryBearing()
{
    MapPacks packs;
    packs.add(townPack());
    for (int bearing = 0; bearing < 360; bearing += 15) {
        const std::vector<PlacedLabel> labels = placeLabels(viewOf(TownTile, 15, bearing), packs);

        QVERIFY(!labels.empty());
        for (const PlacedLabel &label : labels) {
            QVERIFY(label.angle > -90.001 && label.angle <= 90.001);
            QCOMPARE(label.text, u"Old Mill Pike"_s);
        }
    }
}

void TestMapPainting::labelsEndWithThePack()
{
    // A place just beyond the bounds that the pack says it has.
    PackParts parts;
    parts.minimumZoom = 14;
    const QRectF world = TownTile.world();
    parts.west = Mercator::fromWorld(world.topLeft()).longitude;
    parts.east = Mercator::fromWorld(world.center()).longitude;
    const auto named = [](const std::string &name, int x) {
        return TileLayerText::Feature{.type = 1, .points = {{x, 2048}}, .tags = {{"class", "village"}, {"name", name}}};
    };
    MapPacks packs;
    packs.add(archiveOf({{toPmtilesNumber(TownTile),
                          encodeTile({{.name = "place", .features = {named("Inside", 1500), named("Beyond", 2500)}}})}},
                        parts));

    const std::vector<PlacedLabel> labels = placeLabels(viewOf(TownTile, 14.5, 20), packs);

    QCOMPARE(labels.size(), 1U);
    QCOMPARE(labels[0].text, u"Inside"_s);
}

void TestMapPainting::labelsDoNotTouchEachOther()
{
    TileLayerText roads{.name = "transportation", .features = {}};
    for (int i = 0; i < 60; ++i) {
        roads.features.push_back({.type = 2,
                                  .points = {{0, i * 68}, {4096, i * 68}},
                                  .tags = {{"class", "primary"}, {"name", "Road " + std::to_string(i)}}});
    }
    MapPacks packs;
    PackParts parts;
    parts.minimumZoom = 14;
    packs.add(archiveOf({{toPmtilesNumber(TownTile), encodeTile({roads})}}, parts));

    const std::vector<PlacedLabel> labels = placeLabels(viewOf(TownTile, 15, 0), packs);

    QVERIFY(labels.size() > 10);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const QPointF off = labels[i].centre - labels[j].centre;
            QVERIFY(std::abs(off.x()) > 30 || std::abs(off.y()) >= labels[i].pixelSize);
        }
    }
}

void TestMapPainting::labelsAreTheSameEachTime()
{
    MapPacks first;
    first.add(townPack());
    MapPacks second;
    second.add(townPack());

    QCOMPARE(placeLabels(viewOf(TownTile, 15.3, 37), first), placeLabels(viewOf(TownTile, 15.3, 37), second));
}

void TestMapPainting::widthsGrowEvenly()
{
    const std::array stops{WidthAtZoom{10, 1}, WidthAtZoom{12, 4}};

    QCOMPARE(widthAt(stops, 8), 1.0);
    QCOMPARE(widthAt(stops, 11), 2.0);
    QCOMPARE(widthAt(stops, 12), 4.0);
    QCOMPARE(widthAt(stops, 13), 8.0);
    QCOMPARE(widthAt({}, 13), 0.0);
}

QTEST_MAIN(TestMapPainting)

#include "tst_mappainting.moc"
