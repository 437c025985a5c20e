// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapview.h"

#include "support/ourwarnings.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A page on the streets of Larkfield.
struct Page : MapWindow
{
    explicit Page(bool isNight = false)
        : MapWindow({1280, 800}, isNight)
    {
        QTest::failOnWarning(Porchlight::ourWarnings());
    }

    [[nodiscard]] AreaEditor &editor() { return *viewModel.editor(); }

    void drag(const QList<QPoint> &path)
    {
        QTest::mousePress(&view, Qt::LeftButton, {}, path.constFirst());
        for (qsizetype i = 1; i < path.size(); ++i) {
            const QPoint from = path[i - 1];
            for (int step = 1; step <= 8; ++step) {
                QTest::mouseMove(&view, from + (path[i] - from) * step / 8);
            }
        }
        QTest::mouseRelease(&view, Qt::LeftButton, {}, path.constLast());
    }

    void drawSquare()
    {
        click(u"rectangleTool"_s);
        clickMap(-100, -100);
        clickMap(100, 100);
    }

    void type(const QString &field, const QString &text)
    {
        find(field)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        for (const QChar letter : text) {
            QTest::keyClick(&view, letter.toLatin1());
        }
        QTest::keyClick(&view, Qt::Key_Return);
    }

    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (!folder.isEmpty()) {
            QVERIFY(QTest::qWaitFor([this] { return isDrawn(); }, 20'000));
            QVERIFY(QDir().mkpath(folder) && view.grabWindow().save(u"%1/area-%2.png"_s.arg(folder, name)));
        }
    }
};

} // namespace

/// The kinds of areas on the map page, with real mouse and key events. With PORCHLIGHT_SCREENSHOTS set, leaves pictures
/// there.
class TestAreaPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corridorIsDrawnAndItsWidthTyped()
    {
        Page page;
        QVERIFY(page.isShown());
        page.click(u"corridorTool"_s);
        page.clickMap(-150, 60);
        page.clickMap(20, -40);
        page.clickMap(150, 60);
        QTest::keyClick(&page.view, Qt::Key_Return);
        QVERIFY2(page.editor().hasArea(), qPrintable(page.editor().faultText()));
        QTRY_VERIFY(page.find(u"areaWidth"_s) != nullptr);
        QTRY_VERIFY(page.find(u"halfWidthField"_s)->isVisible());

        page.type(u"halfWidthField"_s, u"80"_s);

        QCOMPARE(page.editor().area()->radiusMetres, 80.0);
        QTRY_VERIFY(page.find(u"areaShape"_s) != nullptr);
        page.keepPicture(u"corridor-day"_s);
    }

    void widthIsDragged()
    {
        Page page;
        QVERIFY(page.isShown());
        page.click(u"corridorTool"_s);
        page.clickMap(-100, 0);
        page.clickMap(100, 0);
        QTest::keyClick(&page.view, Qt::Key_Return);
        QTRY_VERIFY(page.find(u"areaWidth"_s) != nullptr);
        const QPoint grip = page.middleOf(u"areaWidth"_s);

        page.drag({grip, grip + QPoint(0, 40)});

        QVERIFY2(page.editor().area()->radiusMetres > 60,
                 qPrintable(QString::number(page.editor().area()->radiusMetres)));
    }

    void holeIsCutWithTheMouse()
    {
        Page page(true);
        QVERIFY(page.isShown());
        page.drawSquare();
        QVERIFY(page.editor().hasArea());
        const double whole = page.editor().squareMetres();

        page.click(u"holeTool"_s);
        page.clickMap(-40, -40);
        page.clickMap(40, -40);
        page.clickMap(0, 40);
        QTRY_VERIFY(page.find(u"areaLine"_s) != nullptr);
        QTest::mouseMove(&page.view, page.onMap(20, 60));
        QTRY_VERIFY(page.find(u"edgeLabel"_s) != nullptr);
        QTest::keyClick(&page.view, Qt::Key_Return);

        QVERIFY2(page.editor().hasArea(), qPrintable(page.editor().faultText()));
        QVERIFY(page.editor().squareMetres() < whole);
        QTRY_VERIFY(page.find(u"areaHole1Handle2"_s) != nullptr);
        QTRY_VERIFY(page.find(u"edgeLabel"_s) == nullptr);
        page.keepPicture(u"hole-night"_s);
    }

    void lineIsDrawnByHand()
    {
        Page page;
        QVERIFY(page.isShown());
        const QGeoCoordinate centre = page.viewModel.camera()->center();
        page.click(u"freehandTool"_s);

        page.drag({page.onMap(-120, 0), page.onMap(-60, -90), page.onMap(60, -100), page.onMap(120, 0),
                   page.onMap(50, 90), page.onMap(-70, 80), page.onMap(-118, 10)});

        QVERIFY2(page.editor().hasArea(), qPrintable(page.editor().faultText()));
        QVERIFY(page.editor().shape().points.size() >= 6);
        QCOMPARE(page.viewModel.camera()->center(), centre);
        QTest::keyClick(&page.view, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(page.editor().isEmpty());
    }

    void wholeAreaIsDrawnByKeyboard()
    {
        Page page;
        QVERIFY(page.isShown());
        QTRY_COMPARE(page.viewModel.ground()->state(), MapGround::State::Ready);
        page.find(u"mapCanvas"_s)->forceActiveFocus(Qt::TabFocusReason);
        const auto press = [&page](Qt::Key key, int times = 1, Qt::KeyboardModifiers modifiers = {}) {
            for (int i = 0; i < times; ++i) {
                QTest::keyClick(&page.view, key, modifiers);
            }
        };

        press(Qt::Key_L);
        QCOMPARE(page.editor().tool(), AreaEditor::Tool::Corridor);
        QTRY_VERIFY(page.find(u"middleMark"_s)->isVisible());
        press(Qt::Key_Space);
        press(Qt::Key_Right, 2);
        press(Qt::Key_Space);
        press(Qt::Key_Down, 2);
        press(Qt::Key_Space);
        press(Qt::Key_Return);

        QVERIFY2(page.editor().hasArea(), qPrintable(page.editor().faultText()));
        QCOMPARE(page.editor().area()->route.size(), 3U);
        QTRY_VERIFY(page.find(u"areaHandle2"_s) != nullptr);
        press(Qt::Key_Z, 1, Qt::ControlModifier);
        QVERIFY(page.editor().isDrawing());
    }

    void handleIsPutAtTypedCoordinates()
    {
        Page page;
        QVERIFY(page.isShown());
        page.click(u"polygonTool"_s);
        page.clickMap(-100, -100);
        page.clickMap(100, -100);
        page.clickMap(0, 100);
        QTest::keyClick(&page.view, Qt::Key_Return);
        QTRY_VERIFY(page.find(u"areaHandle2"_s) != nullptr);
        page.find(u"areaHandle2"_s)->forceActiveFocus(Qt::TabFocusReason);
        QTRY_VERIFY(page.find(u"handlePlaceField"_s)->isVisible());
        const GeoPoint before = page.editor().shape().points[2];

        page.type(u"handlePlaceField"_s,
                  u"%1, %2"_s.arg(before.latitude - 0.001, 0, 'f', 6).arg(before.longitude, 0, 'f', 6));

        QVERIFY(std::abs(page.editor().shape().points[2].latitude - (before.latitude - 0.001)) < 1e-6);
        QVERIFY(page.editor().faultText().isEmpty());
        page.type(u"handlePlaceField"_s, u"somewhere"_s);
        QVERIFY(!page.editor().faultText().isEmpty());
    }

    void circleIsDrawnAroundAnAddress()
    {
        Page page;
        QVERIFY(page.isShown());
        QVERIFY(!page.find(u"aroundPlace"_s)->isVisible());
        page.viewModel.goTo({40.2839, -76.8338}, u"Wood Street 12"_s);
        QTRY_VERIFY(page.find(u"aroundPlace"_s)->isVisible());

        page.type(u"aroundMetres"_s, u"250"_s);

        QVERIFY(page.editor().hasArea());
        QCOMPARE(page.editor().area()->kind, AreaKind::Circle);
        QCOMPARE(page.editor().area()->radiusMetres, 250.0);
        page.keepPicture(u"around-day"_s);
        page.type(u"aroundMetres"_s, u"far"_s);
        QVERIFY(!page.editor().faultText().isEmpty());
        QCOMPARE(page.editor().area()->radiusMetres, 250.0);
    }

    void areaOfAFileIsShown()
    {
        Page page;
        QVERIFY(page.isShown());
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"walk.gpx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<gpx><rte><rtept lat='40.40' lon='-76.84'/><rtept lat='40.41' lon='-76.83'/></rte></gpx>");
        file.close();

        page.viewModel.importArea(QUrl::fromLocalFile(file.fileName()));

        QTRY_VERIFY(page.editor().hasArea());
        QCOMPARE(page.editor().area()->kind, AreaKind::Corridor);
        QVERIFY(std::abs(page.viewModel.camera()->centre().latitude - 40.405) < 0.001);
    }

    void fileThatCannotBeTakenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("bow-tie") << QByteArray(
                                        "POLYGON((-76.84 40.28,-76.83 40.29,-76.83 40.28,-76.84 40.29,-76.84 40.28))")
                                 << u"cross itself"_s;
        QTest::newRow("no area") << QByteArray("Meet me at the corner.") << u"is no area"_s;
        QTest::newRow("several") << QByteArray("MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))")
                                 << u"separate"_s;
    }

    void fileThatCannotBeTakenIsSaid()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, part);
        Page page;
        QVERIFY(page.isShown());
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"area.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();

        page.viewModel.importArea(QUrl::fromLocalFile(file.fileName()));

        QTRY_VERIFY2(page.viewModel.areaNotice().contains(part), qPrintable(page.viewModel.areaNotice()));
        QTRY_VERIFY(page.find(u"areaNotice"_s)->isVisible());
        QVERIFY(page.editor().isEmpty());
        page.viewModel.importArea(QUrl::fromLocalFile(folder.filePath(u"missing.kml"_s)));
        QTRY_VERIFY(!page.viewModel.areaNotice().contains(part));
        QVERIFY(!page.viewModel.areaNotice().isEmpty());
    }

    void partOutsideTheJurisdictionIsShownWhileDrawing()
    {
        Page page;
        QVERIFY(page.isShown());
        QTRY_COMPARE(page.viewModel.ground()->state(), MapGround::State::Ready);
        page.viewModel.camera()->show({40.2890, -76.8095}, 15);
        page.drawSquare();

        QCOMPARE(page.editor().ground(), AreaEditor::Ground::Partly);
        QTRY_VERIFY(page.find(u"areaOutside"_s) != nullptr);
        QTRY_VERIFY(page.find(u"areaGround"_s)->property("text").toString().contains(u"% of it"_s));
        page.keepPicture(u"outside-day"_s);
    }

    void importedJurisdictionGoesBeforeTheOneOfTheList()
    {
        Page page;
        QVERIFY(page.isShown());
        page.drawSquare();
        QCOMPARE(page.editor().ground(), AreaEditor::Ground::Inside);
        const AgencyDirectory directory(neighbours());
        const Agency *own = directory.findByName(u"Larkfield Police Department"_s);
        page.viewModel.setDirectory(directory);

        page.viewModel.setJurisdictions({{.agency = own->id,
                                          .name = u"Far away"_s,
                                          .geoJson = R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]})",
                                          .sourceName = {},
                                          .importedAt = {}}});

        QTRY_COMPARE(page.editor().ground(), AreaEditor::Ground::Outside);
    }
};

QTEST_MAIN(TestAreaPage)

#include "tst_areapage.moc"
