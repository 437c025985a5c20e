// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "basemap/mercator.h"
#include "mapview.h"
#include "support/mappack.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

/// Proves that the streets lie where Qt Location puts its items: a square is painted into a tile of a pack, and its
/// middle on the screen is compared with where the Map says that this coordinate is.
class TestBasemapAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void streetsAndItemsAgree_data();
    void streetsAndItemsAgree();

    void cleanupTestCase();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MapWindow> m_window;
};

namespace {

constexpr int SquareZoom = 14;

struct Square
{
    TileId tile;
    GeoPoint middle;
};

Square squareAt(GeoPoint place)
{
    const QPointF world = Mercator::toWorld(place);
    const double across = 1 << SquareZoom;
    const TileId tile{
        .zoom = SquareZoom, .x = static_cast<qint32>(world.x() * across), .y = static_cast<qint32>(world.y() * across)};
    return {.tile = tile, .middle = Mercator::fromWorld(tile.world().center())};
}

/// A small lake in the middle of the tile.
QByteArray tileWithSquare()
{
    constexpr int Middle = 2048;
    constexpr int Half = 40;
    return encodeTile({{.name = "water",
                        .features = {{.type = 3,
                                      .points = {{Middle - Half, Middle - Half},
                                                 {Middle + Half, Middle - Half},
                                                 {Middle + Half, Middle + Half},
                                                 {Middle - Half, Middle + Half}},
                                      .tags = {}}}}});
}

const std::vector<GeoPoint> Places{
    {40.2839, -76.8338}, {-33.87, 151.2}, {69.65, 18.96}, {0.01, 179.99}, {-54.8, -68.3}};

/// How much of a pixel is water, where a pixel at the edge is a mixture with land.
double shareOfWater(const QColor &colour)
{
    const QColor water = mapPalette(MapTheme::Day).water;
    const QColor land = mapPalette(MapTheme::Day).land;
    const double share = static_cast<double>(land.red() - colour.red()) / (land.red() - water.red());
    const QColor mixed = QColor::fromRgb(qRound(land.red() + share * (water.red() - land.red())),
                                         qRound(land.green() + share * (water.green() - land.green())),
                                         qRound(land.blue() + share * (water.blue() - land.blue())));
    const bool isMixture = std::abs(mixed.green() - colour.green()) + std::abs(mixed.blue() - colour.blue()) < 8;
    return isMixture && share > 0.1 && share < 1.1 ? share : 0;
}

/// The middle of everything on the picture that has the colour of water.
QPointF middleOfWater(const QImage &picture, const QRect &within, double pixelRatio)
{
    QPointF sum;
    double weight = 0;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            const double share = shareOfWater(picture.pixelColor(x, y));
            sum += QPointF(x + 0.5, y + 0.5) * share;
            weight += share;
        }
    }
    return weight == 0 ? QPointF(-1e6, -1e6) : sum / weight / pixelRatio;
}

} // namespace

void TestBasemapAgreement::initTestCase()
{
    std::map<quint64, QByteArray> tiles;
    for (const GeoPoint &place : Places) {
        tiles[toPmtilesNumber(squareAt(place).tile)] = tileWithSquare();
    }
    PackParts parts;
    parts.minimumZoom = SquareZoom;
    QFile pack(m_folder.filePath(u"squares.pmtiles"_s));
    QVERIFY(pack.open(QIODevice::WriteOnly));
    pack.write(encodePack(tiles, parts));
    pack.close();
    m_window = std::make_unique<MapWindow>(QSize(1100, 700), false, m_folder.path());
    // Nothing else may lie on the square.
    m_window->viewModel.setDirectory(AgencyDirectory());
}

void TestBasemapAgreement::cleanupTestCase()
{
    m_window.reset();
}

void TestBasemapAgreement::streetsAndItemsAgree_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("bearing");

    for (int place = 0; place < static_cast<int>(Places.size()); ++place) {
        for (const double zoom : {15.0, 15.37, 17.81, 19.5}) {
            for (const double bearing : {0.0, 37.0, 211.5}) {
                QTest::addRow("place %d zoom %.2f bearing %.1f", place, zoom, bearing) << place << zoom << bearing;
            }
        }
    }
}

void TestBasemapAgreement::streetsAndItemsAgree()
{
    QFETCH(const int, place);
    QFETCH(const double, zoom);
    QFETCH(const double, bearing);
    MapWindow &window = *m_window;
    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.ground()->state(), MapGround::State::Ready);
    const Square square = squareAt(Places[static_cast<std::size_t>(place)]);
    const QGeoCoordinate middle(square.middle.latitude, square.middle.longitude);
    MapCamera &camera = *window.viewModel.camera();
    camera.turnNorth();
    camera.show(middle, zoom);
    camera.turnBy(bearing);
    // Off the middle, so that an error of the zoom or the bearing would show.
    camera.panBy(37.3, -51.7);

    QTRY_VERIFY_WITH_TIMEOUT(window.isDrawn(), 20'000);
    const QImage picture = window.view.grabWindow();

    const auto *canvas = window.find(u"mapCanvas"_s);
    const QRect within = canvas->mapRectToScene(canvas->boundingRect()).adjusted(8, 60, -80, -40).toRect();
    const double ratio = window.view.effectiveDevicePixelRatio();
    const QPointF onTiles = middleOfWater(picture, within, ratio);
    auto *items = window.find(u"mapItems"_s);
    QPointF onItems;
    QVERIFY(QMetaObject::invokeMethod(items, "fromCoordinate", Q_RETURN_ARG(QPointF, onItems),
                                      Q_ARG(QGeoCoordinate, middle), Q_ARG(bool, false)));
    const QPointF expected = items->mapToScene(onItems);
    const double off = std::hypot(onTiles.x() - expected.x(), onTiles.y() - expected.y());
    QVERIFY2(off <= 1.0, qPrintable(u"%1 pixels apart"_s.arg(off)));
}

QTEST_MAIN(TestBasemapAgreement)

#include "tst_basemapagreement.moc"
