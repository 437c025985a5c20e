// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areaeditor.h"
#include "geo/geojson.h"
#include "geo/measures.h"

#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr double North = 40.2900;
constexpr double South = 40.2850;
constexpr double West = -76.8400;
constexpr double East = -76.8320;

void drawSquare(AreaEditor &editor)
{
    editor.choose(AreaEditor::Tool::Polygon);
    editor.addPoint({North, West});
    editor.addPoint({North, East});
    editor.addPoint({South, East});
    editor.addPoint({South, West});
    editor.finish();
}

AreaHandle handleAt(const AreaEditor &editor, int row)
{
    return editor.data(editor.index(row), AreaEditor::HandleRole).value<AreaHandle>();
}

int rowOf(const AreaEditor &editor, const QString &objectName)
{
    for (int row = 0; row < editor.rowCount(); ++row) {
        if (handleAt(editor, row).objectName == objectName) {
            return row;
        }
    }
    return -1;
}

MultiPolygon squareAround(double halfDegrees)
{
    const double latitude = (North + South) / 2;
    const double longitude = (West + East) / 2;
    return {Polygon{.outer = rectangleRing({latitude - halfDegrees, longitude - halfDegrees},
                                           {latitude + halfDegrees, longitude + halfDegrees}),
                    .holes = {}}};
}

} // namespace

class TestAreaEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void polygonIsDrawnCornerByCorner();
    void previewShowsWhatAClickWouldMake();
    void cornerThatWouldCrossIsRefusedAndShown();
    void closingEdgeThatWouldCrossIsRefused();
    void twoCornersAreNoArea();
    void tapOnTheFirstCornerFinishes();
    void undoTakesBackOneCorner();
    void escapeGivesBackWhatWasThere();
    void rectangleKeepsItsRightAngles();
    void dragDrawsARectangle();
    void circleStaysACircle();
    void circleOfNoSizeIsRefused();
    void movedCornerIsOneStep();
    void moveThatWouldCrossStopsAtTheLastSoundPlace();
    void middleHandleMakesACorner();
    void cornersAreRemovedDownToThree();
    void nudgesOfAHandleAreOneStep();
    void keyboardGoesThroughTheHandles();
    void sizeIsComparedWithThePolicy_data();
    void sizeIsComparedWithThePolicy();
    void areaIsGeodesic();
    void groundIsNamed();
    void handlesAreRecycled();
    void areaAcrossTheDateLineIsMeasured();
    void cornersAreLimited();
    void areaOfADraftIsTakenBack_data();
    void areaOfADraftIsTakenBack();
};

void TestAreaEditor::polygonIsDrawnCornerByCorner()
{
    AreaEditor editor;
    QSignalSpy changed(&editor, &AreaEditor::areaChanged);

    drawSquare(editor);

    QVERIFY(editor.hasArea());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(editor.area()->kind, AreaKind::Polygon);
    QCOMPARE(editor.tool(), AreaEditor::Tool::Select);
    QCOMPARE(editor.rowCount(), 8);
    QCOMPARE(handleAt(editor, 0).objectName, u"areaHandle0"_s);
    QCOMPARE(handleAt(editor, 0).words, u"Corner 1 of 4"_s);
    QCOMPARE(handleAt(editor, 4).objectName, u"areaMiddle0"_s);
    const auto shape = readArea(QByteArrayView(editor.area()->geoJson));
    QVERIFY(shape.has_value());
    QCOMPARE(shape->front().outer.points.size(), 4U);
}

void TestAreaEditor::previewShowsWhatAClickWouldMake()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Polygon);
    editor.addPoint({North, West});
    editor.addPoint({North, East});
    editor.preview({South, East});

    QCOMPARE(editor.outline().size(), 3);
    QVERIFY(editor.squareMetres() > 0);
    QVERIFY(!editor.hasArea());
    QCOMPARE(editor.rowCount(), 2);
}

void TestAreaEditor::cornerThatWouldCrossIsRefusedAndShown()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Polygon);
    editor.addPoint({North, West});
    editor.addPoint({North, East});
    editor.addPoint({South, East});
    const QList<QGeoCoordinate> before = editor.outline();

    // From the south-east corner back up through the northern edge.
    editor.addPoint({North + 0.002, (West + East) / 2});

    QCOMPARE(editor.outline(), before);
    QVERIFY(editor.faultPlace().isValid());
    QVERIFY(std::abs(editor.faultPlace().latitude() - North) < 1e-6);
    QCOMPARE(editor.fault().size(), 2);
    QVERIFY(editor.faultText().contains(u"cross"_s));
    editor.addPoint({South, West});
    QVERIFY(editor.faultText().isEmpty());
    editor.finish();
    QVERIFY(editor.hasArea());
}

void TestAreaEditor::closingEdgeThatWouldCrossIsRefused()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Polygon);
    constexpr double Step = 0.001;
    const std::vector<QPoint> path{{0, 0}, {4, 0}, {4, 2}, {-2, 2}, {-2, -2}, {6, -2}, {6, 1}};
    for (const QPoint point : path) {
        editor.addPoint({South + point.y() * Step, West + point.x() * Step});
    }
    QCOMPARE(editor.shape().points.size(), path.size());

    editor.finish();

    QVERIFY(!editor.hasArea());
    QVERIFY(editor.isDrawing());
    QVERIFY(editor.faultPlace().isValid());
}

void TestAreaEditor::twoCornersAreNoArea()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Polygon);
    editor.addPoint({North, West});
    editor.addPoint({North, East});

    editor.finish();

    QVERIFY(!editor.hasArea());
    QVERIFY(editor.isDrawing());
    QVERIFY(!editor.faultText().isEmpty());
}

void TestAreaEditor::tapOnTheFirstCornerFinishes()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Polygon);
    editor.addPoint({North, West});
    editor.addPoint({North, East});
    editor.addPoint({South, East});

    editor.tapHandle(0);

    QVERIFY(editor.hasArea());
}

void TestAreaEditor::undoTakesBackOneCorner()
{
    AreaEditor editor;
    drawSquare(editor);

    editor.undo();
    QVERIFY(editor.isDrawing());
    editor.undo();
    QCOMPARE(editor.shape().points.size(), 3U);
    QVERIFY(!editor.hasArea());
    editor.redo();
    editor.redo();

    QVERIFY(editor.hasArea());
    QVERIFY(!editor.canRedo());
}

void TestAreaEditor::escapeGivesBackWhatWasThere()
{
    AreaEditor editor;
    drawSquare(editor);
    const RequestArea before = *editor.area();

    editor.choose(AreaEditor::Tool::Circle);
    editor.addPoint({South, West});
    QVERIFY(!editor.hasArea());
    editor.cancel();

    QCOMPARE(editor.tool(), AreaEditor::Tool::Select);
    QVERIFY(editor.hasArea());
    QCOMPARE(*editor.area(), before);
}

void TestAreaEditor::rectangleKeepsItsRightAngles()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Rectangle);
    editor.addPoint({North, West});
    editor.addPoint({South, East});
    QVERIFY(editor.hasArea());
    QCOMPARE(editor.area()->kind, AreaKind::Rectangle);
    QCOMPARE(editor.rowCount(), 4);

    for (int row = 0; row < 4; ++row) {
        editor.beginMove(row);
        const QGeoCoordinate from = handleAt(editor, row).position;
        editor.moveTo({from.latitude() + 0.0003, from.longitude() - 0.0004});
        editor.endMove();
        const std::vector<GeoPoint> &points = editor.shape().points;
        QCOMPARE(points[0].latitude, points[1].latitude);
        QCOMPARE(points[1].longitude, points[2].longitude);
        QCOMPARE(points[2].latitude, points[3].latitude);
        QCOMPARE(points[3].longitude, points[0].longitude);
    }
    QCOMPARE(editor.area()->kind, AreaKind::Rectangle);
}

void TestAreaEditor::dragDrawsARectangle()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Rectangle);

    editor.beginDrag({North, West});
    editor.preview({South, (West + East) / 2});
    editor.preview({South, East});
    editor.endDrag();

    QVERIFY(editor.hasArea());
    QCOMPARE(editor.shape().points[2], (GeoPoint{South, East}));
}

void TestAreaEditor::circleStaysACircle()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Circle);
    editor.addPoint({North, West});
    editor.preview({South, West});
    editor.addPoint({South, West});

    QVERIFY(editor.hasArea());
    QCOMPARE(editor.area()->kind, AreaKind::Circle);
    QCOMPARE(editor.area()->centre, (GeoPoint{North, West}));
    const double radius = distanceMetres({North, West}, {South, West});
    QCOMPARE(editor.area()->radiusMetres, radius);
    QVERIFY(std::abs(editor.area()->squareMetres - std::numbers::pi * radius * radius) < 10);
    QVERIFY(editor.outline().size() >= 64);
    QCOMPARE(handleAt(editor, 0).objectName, u"areaCentre"_s);
    QCOMPARE(handleAt(editor, 1).objectName, u"areaRadius"_s);

    editor.beginMove(1);
    editor.moveTo({North, West + 0.002});
    editor.endMove();
    QCOMPARE(editor.area()->kind, AreaKind::Circle);
    QCOMPARE(editor.area()->radiusMetres, distanceMetres({North, West}, {North, West + 0.002}));

    editor.beginMove(0);
    editor.moveTo({South, West});
    editor.endMove();
    QCOMPARE(editor.area()->centre, (GeoPoint{South, West}));
}

void TestAreaEditor::circleOfNoSizeIsRefused()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Circle);
    editor.addPoint({North, West});
    editor.addPoint({North, West});

    QVERIFY(!editor.hasArea());
    QVERIFY(editor.isDrawing());
}

void TestAreaEditor::movedCornerIsOneStep()
{
    AreaEditor editor;
    drawSquare(editor);
    const double before = editor.squareMetres();

    editor.beginMove(2);
    for (int i = 1; i <= 10; ++i) {
        editor.moveTo({South - i * 0.0001, East});
    }
    editor.endMove();

    QVERIFY(editor.squareMetres() > before);
    QVERIFY(editor.hasArea());
    editor.undo();
    QCOMPARE(editor.squareMetres(), before);
    QVERIFY(editor.hasArea());
}

void TestAreaEditor::moveThatWouldCrossStopsAtTheLastSoundPlace()
{
    AreaEditor editor;
    drawSquare(editor);
    editor.beginMove(2);
    editor.moveTo({South, East - 0.001});
    const AreaShape sound = editor.shape();

    editor.moveTo({South, West - 0.01});

    QCOMPARE(editor.shape(), sound);
    QVERIFY(editor.faultPlace().isValid());
    editor.endMove();
    QVERIFY(!editor.faultPlace().isValid());
    QVERIFY(editor.hasArea());
}

void TestAreaEditor::middleHandleMakesACorner()
{
    AreaEditor editor;
    drawSquare(editor);

    editor.beginMove(rowOf(editor, u"areaMiddle1"_s));
    editor.moveTo({(North + South) / 2, East + 0.002});
    editor.moveTo({(North + South) / 2, East + 0.003});
    editor.endMove();

    QCOMPARE(editor.shape().points.size(), 5U);
    QCOMPARE(editor.shape().points[2], (GeoPoint{(North + South) / 2, East + 0.003}));
    QCOMPARE(editor.rowCount(), 10);
    editor.undo();
    QCOMPARE(editor.shape().points.size(), 4U);
}

void TestAreaEditor::cornersAreRemovedDownToThree()
{
    AreaEditor editor;
    drawSquare(editor);

    editor.selectHandle(0);
    editor.removeSelected();
    QCOMPARE(editor.shape().points.size(), 3U);
    editor.selectHandle(0);
    editor.removeSelected();

    QCOMPARE(editor.shape().points.size(), 3U);
    QVERIFY(!editor.faultText().isEmpty());
    QVERIFY(editor.hasArea());
}

void TestAreaEditor::nudgesOfAHandleAreOneStep()
{
    AreaEditor editor;
    drawSquare(editor);
    const AreaShape before = editor.shape();

    editor.selectHandle(1);
    editor.nudge(3, 0);
    editor.nudge(3, 0);
    editor.nudge(0, -4);

    const double moved = distanceMetres(before.points[1], editor.shape().points[1]);
    QVERIFY(std::abs(moved - std::hypot(6, 4)) < 0.01);
    editor.undo();
    QCOMPARE(editor.shape(), before);
}

void TestAreaEditor::keyboardGoesThroughTheHandles()
{
    AreaEditor editor;
    drawSquare(editor);

    editor.selectNext();
    QVERIFY(handleAt(editor, 0).isSelected);
    editor.selectPrevious();
    QVERIFY(handleAt(editor, 7).isSelected);
    editor.splitSelected();
    QCOMPARE(editor.shape().points.size(), 5U);
    editor.selectHandle(-1);
    QVERIFY(!editor.hasSelectedHandle());
}

void TestAreaEditor::sizeIsComparedWithThePolicy_data()
{
    QTest::addColumn<double>("radius");
    QTest::addColumn<AreaEditor::Size>("size");

    const auto radiusOf = [](double miles) {
        return std::sqrt(miles * RequestPolicy::SquareMetresPerSquareMile / std::numbers::pi);
    };
    QTest::newRow("too small") << radiusOf(0.0249) << AreaEditor::Size::TooSmall;
    QTest::newRow("just enough") << radiusOf(0.0251) << AreaEditor::Size::Allowed;
    QTest::newRow("just within") << radiusOf(0.499) << AreaEditor::Size::Allowed;
    QTest::newRow("too large") << radiusOf(0.501) << AreaEditor::Size::TooLarge;
}

void TestAreaEditor::sizeIsComparedWithThePolicy()
{
    QFETCH(const double, radius);
    AreaEditor editor;
    editor.setArea({.kind = AreaKind::Circle, .geoJson = {}, .centre = {North, West}, .radiusMetres = radius});

    QTEST(editor.size(), "size");
    QCOMPARE(editor.limitsText(), u"allowed 0.025 – 0.5 sq mi"_s);
    QCOMPARE(editor.sizeText() == editor.limitsText(), editor.size() == AreaEditor::Size::Allowed);
}

void TestAreaEditor::areaIsGeodesic()
{
    AreaEditor editor;
    drawSquare(editor);

    const Ring ring{{{North, West}, {North, East}, {South, East}, {South, West}}};
    QCOMPARE(editor.area()->squareMetres, areaSquareMetres(ring));
    QCOMPARE(editor.milesText(), u"%1 sq mi"_s.arg(squareMiles(areaSquareMetres(ring)), 0, 'f', 3));
    QVERIFY(editor.metresText().endsWith(u" m²"_s));
}

void TestAreaEditor::groundIsNamed()
{
    AreaEditor editor;
    drawSquare(editor);
    QCOMPARE(editor.ground(), AreaEditor::Ground::Unknown);
    QVERIFY(editor.groundText().isEmpty());

    editor.setJurisdiction(u"Larkfield Police Department"_s, squareAround(0.1));
    QCOMPARE(editor.ground(), AreaEditor::Ground::Inside);
    QCOMPARE(editor.groundText(), u"inside Larkfield Police Department’s jurisdiction"_s);
    editor.setJurisdiction(u"Larkfield Police Department"_s, squareAround(0.001));
    QCOMPARE(editor.ground(), AreaEditor::Ground::Partly);
    editor.setJurisdiction(u"Far Away Police"_s, {Polygon{.outer = rectangleRing({10, 10}, {11, 11}), .holes = {}}});
    QCOMPARE(editor.ground(), AreaEditor::Ground::Outside);
}

void TestAreaEditor::handlesAreRecycled()
{
    AreaEditor editor;
    QSignalSpy reset(&editor, &QAbstractItemModel::modelReset);
    drawSquare(editor);
    QSignalSpy inserted(&editor, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&editor, &QAbstractItemModel::rowsRemoved);

    editor.beginMove(0);
    editor.moveTo({North + 0.001, West});
    editor.moveTo({North + 0.002, West});
    editor.endMove();
    QCOMPARE(inserted.size() + removed.size(), 0);
    editor.selectHandle(1);
    editor.removeSelected();

    QCOMPARE(removed.size(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestAreaEditor::areaAcrossTheDateLineIsMeasured()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Rectangle);
    editor.addPoint({51.90, 179.995});
    editor.addPoint({51.89, -179.995});

    QVERIFY(editor.hasArea());
    QVERIFY(editor.squareMetres() > 100'000);
    QVERIFY(editor.squareMetres() < 2'000'000);
}

void TestAreaEditor::cornersAreLimited()
{
    AreaEditor editor;
    editor.choose(AreaEditor::Tool::Polygon);
    for (int i = 0; i < 200; ++i) {
        editor.addPoint({North + i * 1e-6 * i, West + i * 1e-4});
    }
    QCOMPARE(editor.shape().points.size(), 200U);

    editor.addPoint({South, West});

    QCOMPARE(editor.shape().points.size(), 200U);
    QVERIFY(!editor.faultText().isEmpty());
}

void TestAreaEditor::areaOfADraftIsTakenBack_data()
{
    QTest::addColumn<AreaEditor::Tool>("tool");
    QTest::newRow("polygon") << AreaEditor::Tool::Polygon;
    QTest::newRow("rectangle") << AreaEditor::Tool::Rectangle;
    QTest::newRow("circle") << AreaEditor::Tool::Circle;
}

void TestAreaEditor::areaOfADraftIsTakenBack()
{
    QFETCH(const AreaEditor::Tool, tool);
    AreaEditor editor;
    editor.choose(tool);
    editor.addPoint({North, West});
    editor.addPoint({South, East});
    editor.addPoint({South, West});
    editor.finish();
    QVERIFY(editor.hasArea());
    AreaEditor other;

    other.setArea(*editor.area());

    QVERIFY(other.hasArea());
    QCOMPARE(other.area()->kind, editor.area()->kind);
    QVERIFY(std::abs(other.area()->squareMetres - editor.area()->squareMetres) < 0.01);
    QVERIFY(!other.canUndo());
}

QTEST_MAIN(TestAreaEditor)

#include "tst_areaeditor.moc"
