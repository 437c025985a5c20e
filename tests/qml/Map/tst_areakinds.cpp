// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areaeditor.h"
#include "geo/geojson.h"
#include "geo/measures.h"

#include <QGeoRectangle>
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
    editor.choose(AreaEditor::Tool::Rectangle);
    editor.addPoint({North, West});
    editor.addPoint({South, East});
}

void drawHole(AreaEditor &editor, double south = 40.2870, double west = -76.8370)
{
    editor.choose(AreaEditor::Tool::Hole);
    editor.addPoint({south, west});
    editor.addPoint({south, west + 0.002});
    editor.addPoint({south + 0.001, west + 0.002});
    editor.addPoint({south + 0.001, west});
    editor.finish();
}

void drawRoute(AreaEditor &editor)
{
    editor.choose(AreaEditor::Tool::Corridor);
    editor.addPoint({North, West});
    editor.addPoint({North, East});
    editor.addPoint({South, East});
    editor.finish();
}

AreaHandle handleNamed(const AreaEditor &editor, const QString &objectName)
{
    for (int row = 0; row < editor.rowCount(); ++row) {
        const auto handle = editor.data(editor.index(row), AreaEditor::HandleRole).value<AreaHandle>();
        if (handle.objectName == objectName) {
            return handle;
        }
    }
    AreaHandle none;
    none.row = -1;
    return none;
}

MultiPolygon shapeOf(const AreaEditor &editor)
{
    return readArea(QByteArrayView(editor.area()->geoJson)).value_or(MultiPolygon());
}

/// A line around the middle of the square, drawn with the button held down.
void drawByHand(AreaEditor &editor, int turns = 1)
{
    editor.choose(AreaEditor::Tool::Freehand);
    const GeoPoint middle{.latitude = (North + South) / 2, .longitude = (West + East) / 2};
    for (int degrees = 0; degrees < turns * 340; degrees += 4) {
        const GeoPoint place = pointAt(middle, degrees, 250 + degrees / 8.0);
        const QGeoCoordinate spot(place.latitude, place.longitude);
        degrees == 0 ? editor.beginDrag(spot) : editor.preview(spot);
    }
    editor.endDrag();
}

} // namespace

/// Holes, corridors, lines drawn by hand, circles around a place, areas of files and typed coordinates.
class TestAreaKinds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holeIsCutOutOfTheArea()
    {
        AreaEditor editor;
        drawSquare(editor);
        const double whole = editor.squareMetres();

        drawHole(editor);

        QVERIFY2(editor.hasArea(), qPrintable(editor.faultText()));
        QCOMPARE(editor.area()->kind, AreaKind::Polygon);
        QCOMPARE(shapeOf(editor).front().holes.size(), 1U);
        const double hole = areaSquareMetres(shapeOf(editor).front().holes.front());
        QVERIFY(std::abs(editor.squareMetres() + hole - whole) < 0.01);
        QCOMPARE(handleNamed(editor, u"areaHole1Handle2"_s).words, u"Corner 3 of 4 of hole 1"_s);
        QVERIFY(handleNamed(editor, u"areaHole1Middle0"_s).row > 0);
    }

    void holeIsUndoneCornerByCorner()
    {
        AreaEditor editor;
        drawSquare(editor);
        const RequestArea before = *editor.area();
        drawHole(editor);

        for (int step = 0; step < 5; ++step) {
            editor.undo();
        }

        QVERIFY(editor.hasArea());
        QCOMPARE(*editor.area(), before);
        editor.redo();
        QVERIFY(editor.isDrawing());
        QCOMPARE(editor.tool(), AreaEditor::Tool::Hole);
        editor.cancel();
        QCOMPARE(*editor.area(), before);
    }

    void holeAcrossTheEdgeIsRefusedAtItsPlace()
    {
        AreaEditor editor;
        drawSquare(editor);

        drawHole(editor, 40.2870, East - 0.001);

        QVERIFY(editor.isDrawing());
        QVERIFY(editor.faultText().contains(u"across an edge"_s));
        QVERIFY(std::abs(editor.faultPlace().longitude() - East) < 1e-9);
        editor.cancel();
        QCOMPARE(editor.area()->kind, AreaKind::Rectangle);
    }

    void holeOutsideIsRefused()
    {
        AreaEditor editor;
        drawSquare(editor);

        drawHole(editor, South - 0.01);

        QVERIFY(editor.isDrawing());
        QVERIFY(editor.faultText().contains(u"outside the area"_s));
    }

    void holeNeedsAnAreaToBeCutInto()
    {
        AreaEditor editor;

        editor.choose(AreaEditor::Tool::Hole);
        QCOMPARE(editor.tool(), AreaEditor::Tool::Select);
        QVERIFY(!editor.faultText().isEmpty());
        editor.drawAround({North, West}, 300);
        editor.choose(AreaEditor::Tool::Hole);

        QCOMPARE(editor.tool(), AreaEditor::Tool::Select);
    }

    void cornerOfAHoleMovesAndStopsAtTheEdge()
    {
        AreaEditor editor;
        drawSquare(editor);
        drawHole(editor);
        const double before = editor.squareMetres();

        editor.beginMove(handleNamed(editor, u"areaHole1Handle1"_s).row);
        editor.moveTo({40.2868, -76.8345});
        const AreaShape sound = editor.shape();
        editor.moveTo({40.2868, East + 0.001});
        QCOMPARE(editor.shape(), sound);
        QVERIFY(editor.faultPlace().isValid());
        editor.endMove();

        QVERIFY(editor.squareMetres() < before);
        editor.undo();
        QCOMPARE(editor.squareMetres(), before);
    }

    void holeGoesWithItsLastThreeCorners()
    {
        AreaEditor editor;
        drawSquare(editor);
        drawHole(editor);

        editor.selectHandle(handleNamed(editor, u"areaHole1Handle0"_s).row);
        editor.removeSelected();
        QCOMPARE(editor.shape().holes.front().size(), 3U);
        editor.selectHandle(handleNamed(editor, u"areaHole1Handle0"_s).row);
        editor.removeSelected();

        QVERIFY(editor.shape().holes.empty());
        QVERIFY(editor.hasArea());
        editor.undo();
        QCOMPARE(editor.shape().holes.size(), 1U);
    }

    void corridorStaysARouteWithAWidth()
    {
        AreaEditor editor;

        drawRoute(editor);

        QVERIFY2(editor.hasArea(), qPrintable(editor.faultText()));
        QCOMPARE(editor.area()->kind, AreaKind::Corridor);
        QCOMPARE(editor.area()->route.size(), 3U);
        QCOMPARE(editor.area()->radiusMetres, 50.0);
        QCOMPARE(handleNamed(editor, u"areaHandle1"_s).words, u"Point 2 of 3 of the route"_s);
        QVERIFY(handleNamed(editor, u"areaWidth"_s).words.contains(u"50"_s));
        QVERIFY(handleNamed(editor, u"areaMiddle1"_s).row > 0);
        QCOMPARE(handleNamed(editor, u"areaMiddle2"_s).row, -1);
        const double length =
            distanceMetres({North, West}, {North, East}) + distanceMetres({North, East}, {South, East});
        // Bends and ends are round: the inner side of a bend counts once.
        QVERIFY(std::abs(editor.squareMetres() -
                         (length * 100 + 50 * 50 * (std::numbers::pi - 1 + std::numbers::pi / 4))) < 2000);
    }

    void corridorChangesItsWidthAndRoute()
    {
        AreaEditor editor;
        drawRoute(editor);
        const double before = editor.squareMetres();

        editor.typeHalfWidth(u"25"_s);
        QCOMPARE(editor.area()->radiusMetres, 25.0);
        QVERIFY(editor.squareMetres() < before * 0.6);
        editor.undo();
        QCOMPARE(editor.squareMetres(), before);
        editor.typeHalfWidth(u"wide"_s);
        QVERIFY(!editor.faultText().isEmpty());
        QCOMPARE(editor.area()->radiusMetres, 50.0);

        const AreaHandle width = handleNamed(editor, u"areaWidth"_s);
        const GeoPoint middle{.latitude = North, .longitude = (West + East) / 2};
        const GeoPoint wider = pointAt(middle, 180, 80);
        editor.beginMove(width.row);
        editor.moveTo({wider.latitude, wider.longitude});
        QCOMPARE(editor.edgeLabels().size(), 1);
        editor.endMove();
        QVERIFY(std::abs(editor.area()->radiusMetres - 80) < 0.01);

        editor.selectHandle(handleNamed(editor, u"areaHandle0"_s).row);
        editor.removeSelected();
        QCOMPARE(editor.area()->route.size(), 2U);
        editor.selectHandle(handleNamed(editor, u"areaHandle0"_s).row);
        editor.removeSelected();
        QCOMPARE(editor.area()->route.size(), 2U);
        editor.splitSelected();
        QCOMPARE(editor.area()->route.size(), 3U);
    }

    void widthIsKeptForTheNextCorridor()
    {
        AreaEditor editor;
        editor.choose(AreaEditor::Tool::Corridor);
        editor.typeHalfWidth(u"15"_s);

        editor.addPoint({North, West});
        editor.addPoint({North, East});
        editor.finish();

        QCOMPARE(editor.area()->radiusMetres, 15.0);
    }

    void routeOfOnePointIsNoCorridor()
    {
        AreaEditor editor;
        editor.choose(AreaEditor::Tool::Corridor);
        editor.addPoint({North, West});
        editor.finish();
        QVERIFY(editor.isDrawing());

        editor.addPoint({North, West});

        QCOMPARE(editor.shape().points.size(), 1U);
        QVERIFY(!editor.faultText().isEmpty());
    }

    void corridorOfADraftIsTakenBack()
    {
        AreaEditor editor;
        drawRoute(editor);
        AreaEditor other;

        other.setArea(*editor.area());

        QVERIFY(other.hasArea());
        QCOMPARE(other.area()->kind, AreaKind::Corridor);
        QCOMPARE(other.area()->route, editor.area()->route);
    }

    void areaWithAHoleOfADraftIsTakenBack()
    {
        AreaEditor editor;
        drawSquare(editor);
        drawHole(editor);
        AreaEditor other;

        other.setArea(*editor.area());

        QVERIFY(other.hasArea());
        QCOMPARE(other.shape().holes.size(), 1U);
    }

    void lineDrawnByHandKeepsItsTolerance()
    {
        AreaEditor editor;
        editor.setToleranceMetres(5);
        editor.choose(AreaEditor::Tool::Freehand);
        QVERIFY(editor.helpText().contains(u"within 5 m"_s));

        drawByHand(editor);

        QVERIFY2(editor.hasArea(), qPrintable(editor.faultText()));
        QCOMPARE(editor.area()->kind, AreaKind::Polygon);
        QVERIFY(editor.shape().points.size() > 6 && editor.shape().points.size() < 40);
        QCOMPARE(editor.tool(), AreaEditor::Tool::Select);
        editor.undo();
        QVERIFY(editor.isEmpty());
    }

    void lineByHandThatCrossesItselfIsRefusedAtItsPlace()
    {
        AreaEditor editor;
        editor.choose(AreaEditor::Tool::Freehand);
        editor.beginDrag({South, West});
        for (int i = 1; i <= 20; ++i) {
            editor.preview({South + i * 0.0002, West + i * 0.0003});
        }
        for (int i = 1; i <= 20; ++i) {
            editor.preview({South + 0.004 - i * 0.0002, West + 0.006});
        }
        for (int i = 1; i <= 20; ++i) {
            editor.preview({South + i * 0.0002, West + 0.006 - i * 0.0003});
        }

        editor.endDrag();

        QVERIFY(!editor.hasArea());
        QVERIFY(editor.faultPlace().isValid());
        QVERIFY(std::abs(editor.faultPlace().longitude() - (West + 0.003)) < 1e-4);
        drawByHand(editor);
        QVERIFY(editor.hasArea());
    }

    void circleIsDrawnAroundAPlace()
    {
        AreaEditor editor;

        editor.drawAround({North, West}, 300);

        QCOMPARE(editor.area()->kind, AreaKind::Circle);
        QCOMPARE(editor.area()->radiusMetres, 300.0);
        editor.drawAround({North, West}, 0);
        QVERIFY(!editor.faultText().isEmpty());
        QCOMPARE(editor.area()->radiusMetres, 300.0);
        editor.undo();
        QVERIFY(editor.isEmpty());
    }

    void areaOfAFileIsTakenAndUndone()
    {
        AreaEditor editor;
        drawSquare(editor);
        const RequestArea before = *editor.area();
        const Corridor walk{.route = {{North, West}, {South, East}}, .halfWidthMetres = 20};

        QVERIFY(editor.takeFigure(walk));

        QCOMPARE(editor.area()->kind, AreaKind::Corridor);
        editor.undo();
        QCOMPARE(*editor.area(), before);
    }

    void unsoundAreaOfAFileIsRefusedAndNothingChanges()
    {
        AreaEditor editor;
        drawSquare(editor);
        const RequestArea before = *editor.area();
        const MultiPolygon bowTie{
            {.outer = {{{South, West}, {North, East}, {South, East}, {North, West}}}, .holes = {}}};
        const Polygon square{.outer = rectangleRing({1, 1}, {2, 2}), .holes = {}};
        const Polygon apart{.outer = rectangleRing({5, 5}, {6, 6}), .holes = {}};
        Ring many;
        for (int i = 0; i < 201; ++i) {
            const GeoPoint point = pointAt({North, West}, i * 1.5, 300);
            many.points.push_back(point);
        }

        QVERIFY(!editor.takeFigure(bowTie));
        QVERIFY(std::abs(editor.faultPlace().latitude() - (North + South) / 2) < 1e-9);
        QVERIFY(!editor.takeFigure(MultiPolygon{square, apart}));
        QVERIFY(!editor.takeFigure(MultiPolygon{{.outer = many, .holes = {}}}));
        QVERIFY(editor.faultText().contains(u"200"_s));

        QCOMPARE(*editor.area(), before);
        QCOMPARE(editor.shape().points.size(), 4U);
    }

    void handleIsPutAtTypedCoordinates()
    {
        AreaEditor editor;
        drawRoute(editor);
        QVERIFY(editor.placeName().isEmpty());
        editor.selectHandle(2);
        QCOMPARE(editor.placeName(), u"Point 3 of 3 of the route"_s);
        QCOMPARE(editor.placeText(), u"40.285000, -76.832000"_s);
        // The field takes the focus from the handle, and still speaks of it.
        editor.focusHandle(2, false);

        editor.placeHandle(u"40.2840 N 76.8310 W"_s);

        QCOMPARE(editor.shape().points[2], (GeoPoint{.latitude = 40.2840, .longitude = -76.8310}));
        editor.placeHandle(u"somewhere"_s);
        QVERIFY(editor.faultText().contains(u"40.28390"_s));
        editor.undo();
        QCOMPARE(editor.shape().points[2], (GeoPoint{.latitude = South, .longitude = East}));
    }

    void leavingTheFieldAsItWasMovesNothing()
    {
        AreaEditor editor;
        editor.choose(AreaEditor::Tool::Polygon);
        editor.addPoint({North + 1.23456789e-7, West});
        editor.addPoint({North, East});
        editor.addPoint({South, East});
        editor.finish();
        editor.selectHandle(0);
        const AreaShape before = editor.shape();

        editor.placeHandle(editor.placeText());
        editor.typeHalfWidth(editor.halfWidthText());

        QCOMPARE(editor.shape(), before);
    }

    void typedCoordinatesThatWouldCrossAreRefused()
    {
        AreaEditor editor;
        editor.choose(AreaEditor::Tool::Polygon);
        editor.addPoint({North, West});
        editor.addPoint({North, East});
        editor.addPoint({South, East});
        editor.addPoint({South, West});
        editor.finish();
        const AreaShape before = editor.shape();
        editor.selectHandle(2);

        editor.placeHandle(u"40.2850, -76.8500"_s);

        QCOMPARE(editor.shape(), before);
        QVERIFY(editor.faultPlace().isValid());
    }

    void lengthsOfEdgesAreShownWhileTheyChange()
    {
        AreaEditor editor;
        editor.choose(AreaEditor::Tool::Polygon);
        editor.addPoint({North, West});
        editor.preview({North, East});
        QCOMPARE(editor.edgeLabels().size(), 1);
        QCOMPARE(editor.edgeLabels().front().text, lengthText(distanceMetres({North, West}, {North, East})));
        editor.addPoint({North, East});
        editor.addPoint({South, East});
        editor.finish();
        QVERIFY(editor.edgeLabels().isEmpty());

        editor.beginMove(1);
        editor.moveTo({North, East + 0.001});
        QCOMPARE(editor.edgeLabels().size(), 2);
        editor.endMove();

        QVERIFY(editor.edgeLabels().isEmpty());
        QCOMPARE(lengthText(100), u"100 m · 328 ft"_s);
    }

    void partOutsideTheJurisdictionIsShown()
    {
        AreaEditor editor;
        const double middle = (West + East) / 2;
        editor.setJurisdiction(
            u"Larkfield Police Department"_s,
            {{.outer = rectangleRing({South - 0.1, West - 0.1}, {North + 0.1, middle}), .holes = {}}});

        drawSquare(editor);

        QCOMPARE(editor.ground(), AreaEditor::Ground::Partly);
        QCOMPARE(editor.groundText(), u"partly outside Larkfield Police Department’s jurisdiction: 50 % of it"_s);
        QCOMPARE(editor.outsideGround().size(), 1);
        QVERIFY(editor.outsideGround().front().boundingGeoRectangle().topLeft().longitude() > middle - 1e-9);
        editor.setJurisdiction(u"Larkfield Police Department"_s, {});
        QVERIFY(editor.outsideGround().isEmpty());
        QVERIFY(editor.groundText().contains(u"not on file"_s));
    }

    void groundOfThousandsOfVerticesGivesTheSameAnswer()
    {
        AreaEditor editor;
        Ring ring;
        for (int i = 0; i < 5000; ++i) {
            ring.points.push_back(pointAt({40.2875, -76.8400}, 360.0 * i / 5000, 500 + 3 * (i % 2)));
        }
        const MultiPolygon ground{{.outer = ring, .holes = {}}};
        editor.setJurisdiction(u"Larkfield Police Department"_s, ground);

        drawSquare(editor);

        QCOMPARE(editor.ground(), AreaEditor::Ground::Partly);
        const MultiPolygon expected = difference(shapeOf(editor), ground);
        QCOMPARE(editor.outsideGround().size(), static_cast<qsizetype>(expected.size()));
        editor.beginMove(0);
        editor.moveTo({40.2, -76.95});
        editor.moveTo({North, West});
        editor.endMove();
        QCOMPARE(editor.outsideGround().size(), static_cast<qsizetype>(expected.size()));
    }
};

QTEST_MAIN(TestAreaKinds)

#include "tst_areakinds.moc"
