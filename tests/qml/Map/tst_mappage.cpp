// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapview.h"

#include "support/ourwarnings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

/// The map page with real mouse and key events. With PORCHLIGHT_SCREENSHOTS set, leaves pictures there.
class TestMapPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsPlanned_data();
    void looksAsPlanned();
    void opensOnTheStreetsOfTheTown();
    void listAndMapAreOneSelection();
    void searchNarrowsTheListAndFindsAddresses();
    void unreadableCoordinatesAreExplained();
    void polygonIsDrawnWithTheMouse();
    void crossingClickIsRefused();
    void doubleClickFinishes();
    void keysUndoFinishAndCancel();
    void circleAndRectangleAreDragged();
    void handlesAreDraggedAndReachedByKeyboard();
    void wheelAndButtonsChangeTheZoom();
    void dragMovesTheMap();
    void missingPackIsSaidAndDrawingStillWorks();
    void brokenPackIsSaid();
    void saysWhereThereAreNoStreets();
    void showsThePacksAnew();
    void noOtherMapPluginIsLoaded();
};

void TestMapPage::looksAsPlanned_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isNight");
    QTest::addColumn<double>("zoom");

    QTest::newRow("1280-day") << QSize(1280, 800) << false << 0.0;
    QTest::newRow("1280-night") << QSize(1280, 800) << true << 0.0;
    QTest::newRow("1920-day") << QSize(1920, 1080) << false << 0.0;
    QTest::newRow("1920-night") << QSize(1920, 1080) << true << 0.0;
    QTest::newRow("county-day") << QSize(1280, 800) << false << 8.0;
    QTest::newRow("world-night") << QSize(1280, 800) << true << 4.0;
}

void TestMapPage::looksAsPlanned()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, isNight);
    QFETCH(const double, zoom);
    QTest::failOnWarning(Porchlight::ourWarnings());
    MapWindow window(size, isNight);
    QVERIFY(window.isShown());
    QTRY_VERIFY_WITH_TIMEOUT(window.isDrawn(), 20'000);
    if (zoom > 0) {
        window.viewModel.camera()->show({40.2839, -76.8338}, zoom);
    } else {
        window.click(u"polygonTool"_s);
        for (const QPoint spot :
             {QPoint(-150, -80), QPoint(40, -110), QPoint(100, 30), QPoint(0, 120), QPoint(-130, 80)}) {
            window.clickMap(spot.x(), spot.y());
        }
        QTest::keyClick(&window.view, Qt::Key_Return);
        QVERIFY(window.viewModel.editor()->hasArea());
        // Items of the map are made a few at a time.
        QTRY_VERIFY(window.find(u"areaMiddle4"_s) != nullptr);
        QTRY_VERIFY(window.find(u"areaShape"_s) != nullptr);
    }
    QTRY_VERIFY_WITH_TIMEOUT(window.isDrawn(), 20'000);

    const QImage picture = window.view.grabWindow();

    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(folder + u"/map-"_s + QLatin1String(QTest::currentDataTag()) + u".png"_s));
    }
}

void TestMapPage::opensOnTheStreetsOfTheTown()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());

    QTRY_VERIFY_WITH_TIMEOUT(window.isDrawn(), 20'000);

    QVERIFY(window.viewModel.camera()->zoomLevel() > 14);
    QVERIFY(std::abs(window.viewModel.camera()->centre().latitude - 40.2839) < 0.001);
    // The ground of the selected agency is tinted.
    window.viewModel.clearSelection();
    const QImage picture = window.view.grabWindow();
    const QColor road = mapPalette(MapTheme::Day).road;
    int roadPixels = 0;
    for (int x = 320; x < 900; ++x) {
        roadPixels += picture.pixelColor(x, 400) == road ? 1 : 0;
    }
    QVERIFY(roadPixels > 10);
    QVERIFY(window.find(u"mapCredits"_s)->property("text").toString().contains(u"Natural Earth"_s));
}

void TestMapPage::listAndMapAreOneSelection()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.selectedName(), u"Larkfield Police Department"_s);
    QTRY_VERIFY(window.viewModel.shownCount() > 1);
    const int row = window.viewModel.selectedRow();
    QCOMPARE(row, 0);

    window.click(u"agencyRow1"_s);

    QTRY_VERIFY(window.viewModel.selectedName() != u"Larkfield Police Department"_s);
    QCOMPARE(window.viewModel.selectedRow(), 0);
    window.viewModel.setInViewOnly(false);
    QCOMPARE(window.viewModel.shownCount(), 7);
}

void TestMapPage::searchNarrowsTheListAndFindsAddresses()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.ground()->state(), MapGround::State::Ready);
    window.click(u"mapSearchField"_s);

    for (const char letter : "ashby") {
        if (letter != '\0') {
            QTest::keyClick(&window.view, letter);
        }
    }
    QTRY_COMPARE(window.viewModel.shownCount(), 2);
    QCOMPARE(window.viewModel.places().size(), 1); // Ashby Road.

    window.viewModel.setSearchText(u"40.3, -76.9"_s);
    QTest::keyClick(&window.view, Qt::Key_Return);
    QVERIFY(std::abs(window.viewModel.camera()->centre().longitude + 76.9) < 1e-6);
    QCOMPARE(window.viewModel.foundPosition(), QGeoCoordinate(40.3, -76.9));
}

void TestMapPage::unreadableCoordinatesAreExplained()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());

    window.viewModel.setSearchText(u"40.2839 north of here"_s);

    QVERIFY(window.viewModel.places().isEmpty());
    QVERIFY(window.viewModel.searchNotice().contains(u"40.2839 N 76.8338 W"_s));
    QTRY_VERIFY(window.find(u"searchNotice"_s)->isVisible());
}

void TestMapPage::polygonIsDrawnWithTheMouse()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.ground()->state(), MapGround::State::Ready);
    window.click(u"polygonTool"_s);
    QCOMPARE(window.viewModel.editor()->tool(), AreaEditor::Tool::Polygon);

    window.clickMap(-100, -100);
    window.clickMap(100, -100);
    window.clickMap(100, 100);
    window.clickMap(-100, 100);
    QCOMPARE(window.viewModel.editor()->shape().points.size(), 4U);
    QTest::keyClick(&window.view, Qt::Key_Return);

    QVERIFY(window.viewModel.editor()->hasArea());
    QCOMPARE(window.viewModel.editor()->ground(), AreaEditor::Ground::Inside);
    const QPointF corner = window.viewModel.camera()->toPixel(window.viewModel.editor()->shape().points[2]);
    const QPointF expected = window.find(u"mapCanvas"_s)->mapFromScene(window.onMap(100, 100));
    QVERIFY((corner - expected).manhattanLength() < 1.5);
    QTRY_VERIFY(window.find(u"areaHandle3"_s) != nullptr);
    QVERIFY(window.find(u"areaCard"_s)->isVisible());
}

void TestMapPage::crossingClickIsRefused()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    window.click(u"polygonTool"_s);
    window.clickMap(-100, -100);
    window.clickMap(100, -100);
    window.clickMap(100, 100);

    window.clickMap(0, -150);

    QCOMPARE(window.viewModel.editor()->shape().points.size(), 3U);
    QVERIFY(!window.viewModel.editor()->faultText().isEmpty());
    QTRY_VERIFY(window.find(u"areaFault"_s)->isVisible());
}

void TestMapPage::doubleClickFinishes()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    window.click(u"polygonTool"_s);
    window.clickMap(-100, -100);
    window.clickMap(100, -100);
    // By the time stamps of its events, however long they take to come.
    QTest::mouseDClick(&window.view, Qt::LeftButton, {}, window.onMap(0, 100));

    QTRY_VERIFY(window.viewModel.editor()->hasArea());
    QCOMPARE(window.viewModel.editor()->shape().points.size(), 3U);
}

void TestMapPage::keysUndoFinishAndCancel()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    window.click(u"polygonTool"_s);
    window.clickMap(-100, -100);
    window.clickMap(100, -100);
    window.clickMap(0, 100);
    QTest::keyClick(&window.view, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.viewModel.editor()->shape().points.size(), 2U);
    QTest::keyClick(&window.view, Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(window.viewModel.editor()->shape().points.size(), 3U);

    QTest::keyClick(&window.view, Qt::Key_Escape);

    QVERIFY(window.viewModel.editor()->isEmpty());
    QCOMPARE(window.viewModel.editor()->tool(), AreaEditor::Tool::Select);
}

void TestMapPage::circleAndRectangleAreDragged()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    const auto drag = [&window](QPoint from, QPoint to) {
        QTest::mousePress(&window.view, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 10; ++i) {
            QTest::mouseMove(&window.view, from + (to - from) * i / 10);
        }
        QTest::mouseRelease(&window.view, Qt::LeftButton, {}, to);
    };
    const QGeoCoordinate centre = window.viewModel.camera()->center();

    window.click(u"circleTool"_s);
    drag(window.onMap(0, 0), window.onMap(90, 0));
    QVERIFY(window.viewModel.editor()->hasArea());
    QCOMPARE(window.viewModel.editor()->area()->kind, AreaKind::Circle);
    window.click(u"rectangleTool"_s);
    drag(window.onMap(-80, -60), window.onMap(80, 60));

    QVERIFY(window.viewModel.editor()->hasArea());
    QCOMPARE(window.viewModel.editor()->area()->kind, AreaKind::Rectangle);
    QCOMPARE(window.viewModel.camera()->center(), centre);
}

void TestMapPage::handlesAreDraggedAndReachedByKeyboard()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    window.click(u"polygonTool"_s);
    window.clickMap(-100, -100);
    window.clickMap(100, -100);
    window.clickMap(0, 100);
    QTest::keyClick(&window.view, Qt::Key_Return);
    QVERIFY(window.viewModel.editor()->hasArea());
    QTRY_VERIFY(window.find(u"areaHandle2"_s) != nullptr);
    const QGeoCoordinate centre = window.viewModel.camera()->center();

    const QPoint grip = window.middleOf(u"areaHandle2"_s);
    QTest::mousePress(&window.view, Qt::LeftButton, {}, grip);
    for (int i = 1; i <= 10; ++i) {
        QTest::mouseMove(&window.view, grip + QPoint(4 * i, 3 * i));
    }
    QTest::mouseRelease(&window.view, Qt::LeftButton, {}, grip + QPoint(40, 30));
    const QPointF moved = window.viewModel.camera()->toPixel(window.viewModel.editor()->shape().points[2]);
    const QPointF expected = window.find(u"mapCanvas"_s)->mapFromScene(window.onMap(40, 130));
    QVERIFY2((moved - expected).manhattanLength() < 6, qPrintable(u"%1 %2"_s.arg(moved.x()).arg(moved.y())));
    QCOMPARE(window.viewModel.camera()->center(), centre);

    window.find(u"areaHandle0"_s)->forceActiveFocus(Qt::TabFocusReason);
    QVERIFY(window.viewModel.editor()->hasSelectedHandle());
    const GeoPoint before = window.viewModel.editor()->shape().points[0];
    QTest::keyClick(&window.view, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(window.viewModel.editor()->shape().points[0].longitude < before.longitude);
    QTest::keyClick(&window.view, Qt::Key_Insert);
    QCOMPARE(window.viewModel.editor()->shape().points.size(), 4U);
    QTest::keyClick(&window.view, Qt::Key_Delete);
    QCOMPARE(window.viewModel.editor()->shape().points.size(), 3U);
}

void TestMapPage::wheelAndButtonsChangeTheZoom()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QTRY_VERIFY(window.viewModel.camera()->zoomLevel() > 14);
    const double before = window.viewModel.camera()->zoomLevel();
    const GeoPoint under = window.viewModel.camera()->toPlace({200, 300});

    QTest::wheelEvent(&window.view, window.find(u"mapCanvas"_s)->mapToScene({200, 300}), {0, 240});

    QCOMPARE(window.viewModel.camera()->zoomLevel(), before + 1);
    const QPointF still = window.viewModel.camera()->toPixel(under);
    QVERIFY((still - QPointF(200, 300)).manhattanLength() < 0.01);
    window.click(u"zoomOutButton"_s);
    QCOMPARE(window.viewModel.camera()->zoomLevel(), before);
}

void TestMapPage::dragMovesTheMap()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QTRY_VERIFY(window.viewModel.camera()->zoomLevel() > 14);
    const GeoPoint under = window.viewModel.camera()->toPlace({250, 500});
    const QPoint from = window.find(u"mapCanvas"_s)->mapToScene({250, 500}).toPoint();

    QTest::mousePress(&window.view, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 20; ++i) {
        QTest::mouseMove(&window.view, from + QPoint(5 * i, -2 * i));
    }
    QTest::mouseRelease(&window.view, Qt::LeftButton, {}, from + QPoint(100, -40));

    const QPointF now = window.viewModel.camera()->toPixel(under);
    // The map takes the drag up after the usual few pixels.
    QVERIFY2((now - QPointF(350, 460)).manhattanLength() < 30, qPrintable(u"%1 %2"_s.arg(now.x()).arg(now.y())));
}

void TestMapPage::missingPackIsSaidAndDrawingStillWorks()
{
    const QTemporaryDir empty;
    MapWindow window({1280, 800}, false, empty.path());
    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.ground()->state(), MapGround::State::Missing);
    QTRY_VERIFY(window.find(u"mapNotice"_s)->isVisible());
    window.viewModel.camera()->show({40.2839, -76.8338}, 15);

    window.click(u"polygonTool"_s);
    window.clickMap(-100, -100);
    window.clickMap(100, -100);
    window.clickMap(0, 100);
    QTest::keyClick(&window.view, Qt::Key_Return);

    QVERIFY(window.viewModel.editor()->hasArea());
}

void TestMapPage::brokenPackIsSaid()
{
    const QTemporaryDir folder;
    QFile pack(folder.filePath(u"broken.pmtiles"_s));
    QVERIFY(pack.open(QIODevice::WriteOnly));
    pack.write("PMTiles\3 and then nothing that makes sense");
    pack.close();

    MapWindow window({1280, 800}, false, folder.path());

    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.ground()->state(), MapGround::State::Missing);
    QVERIFY(window.viewModel.ground()->notice().contains(u"ends too early"_s));
}

void TestMapPage::saysWhereThereAreNoStreets()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.ground()->state(), MapGround::State::Ready);

    window.viewModel.camera()->show({47.14, 9.52}, 15);
    QTRY_VERIFY(window.find(u"noStreetsNotice"_s)->isVisible());

    window.viewModel.camera()->show({47.14, 9.52}, 8);
    QTRY_VERIFY(!window.find(u"noStreetsNotice"_s)->isVisible());
    window.viewModel.camera()->show({40.2839, -76.8338}, 15);
    QVERIFY(!window.find(u"noStreetsNotice"_s)->isVisible());
}

void TestMapPage::showsThePacksAnew()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QTRY_COMPARE(window.viewModel.ground()->state(), MapGround::State::Ready);
    auto *streets = window.find(u"streetBasemap"_s);
    QTRY_VERIFY_WITH_TIMEOUT(streets->property("isComplete").toBool(), 20'000);
    const TileStore *before = window.viewModel.ground()->tiles();

    window.viewModel.ground()->reopen();

    QTRY_VERIFY(window.viewModel.ground()->tiles() != before);
    QTRY_VERIFY_WITH_TIMEOUT(streets->property("isComplete").toBool(), 20'000);
}

void TestMapPage::noOtherMapPluginIsLoaded()
{
    MapWindow window({1280, 800});
    QVERIFY(window.isShown());
    QFile maps(u"/proc/self/maps"_s);
    QVERIFY(maps.open(QIODevice::ReadOnly));

    const QByteArray loaded = maps.readAll();

    QVERIFY(loaded.contains("qtgeoservices_itemsoverlay"));
    QVERIFY(!loaded.contains("qtgeoservices_osm"));
}

QTEST_MAIN(TestMapPage)

#include "tst_mappage.moc"
