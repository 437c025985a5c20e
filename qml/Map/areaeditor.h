// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "areahandle.h"
#include "areashape.h"
#include "domain/arearequest.h"
#include "domain/requestpolicy.h"
#include "geo/shapes.h"
#include "geo/validity.h"
#include "requests/finding.h"
#include "requests/nearground.h"

#include <QAbstractListModel>
#include <QGeoPolygon>
#include <QUndoStack>

#include <optional>

namespace Porchlight {

/// Draws and changes the area of a request: a polygon with holes, a rectangle, a circle, or a corridor along a route.
/// Its rows are the handles on the map. Nothing is ever mended silently: a step that would make the outline cross
/// itself is refused, and the place shown. A line drawn by hand is simplified to a tolerance that is said before.
/// `area()` holds a value only while the figure is finished and sound; whether it keeps the policy is the request's
/// question, shown here as it is drawn.
class AreaEditor : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the map's view-model")
    Q_PROPERTY(Porchlight::AreaEditor::Tool tool READ tool NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool isDrawing READ isDrawing NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool hasArea READ hasArea NOTIFY areaChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY stateChanged FINAL)
    Q_PROPERTY(QList<QGeoCoordinate> outline READ outline NOTIFY figureChanged FINAL)
    Q_PROPERTY(bool hasFault READ hasFault NOTIFY figureChanged FINAL)
    Q_PROPERTY(QGeoPolygon areaPolygon READ areaPolygon NOTIFY figureChanged FINAL)
    Q_PROPERTY(bool hasInside READ hasInside NOTIFY figureChanged FINAL)
    Q_PROPERTY(bool hasLine READ hasLine NOTIFY figureChanged FINAL)
    Q_PROPERTY(QList<Porchlight::EdgeLabel> edgeLabels READ edgeLabels NOTIFY figureChanged FINAL)
    Q_PROPERTY(QList<QGeoPolygon> outsideGround READ outsideGround NOTIFY figureChanged FINAL)
    Q_PROPERTY(bool isCorridor READ isCorridor NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString halfWidthText READ halfWidthText NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString placeName READ placeName NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString placeText READ placeText NOTIFY figureChanged FINAL)
    Q_PROPERTY(QList<QGeoCoordinate> linePath READ linePath NOTIFY figureChanged FINAL)
    Q_PROPERTY(QList<QGeoCoordinate> faultPath READ faultPath NOTIFY figureChanged FINAL)
    Q_PROPERTY(QGeoCoordinate faultPlace READ faultPlace NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString faultText READ faultText NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString milesText READ milesText NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString metresText READ metresText NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString limitsText READ limitsText CONSTANT FINAL)
    Q_PROPERTY(Porchlight::AreaEditor::Size size READ size NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY figureChanged FINAL)
    Q_PROPERTY(double squareMetres READ squareMetres NOTIFY figureChanged FINAL)
    Q_PROPERTY(double leastSquareMetres READ leastSquareMetres CONSTANT FINAL)
    Q_PROPERTY(double mostSquareMetres READ mostSquareMetres CONSTANT FINAL)
    Q_PROPERTY(Porchlight::AreaEditor::Ground ground READ ground NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString groundText READ groundText NOTIFY figureChanged FINAL)
    Q_PROPERTY(QGeoCoordinate cardPlace READ cardPlace NOTIFY figureChanged FINAL)
    Q_PROPERTY(QString helpText READ helpText NOTIFY stateChanged FINAL)

public:
    enum class Tool { Select, Polygon, Rectangle, Circle, Corridor, Freehand, Hole };
    Q_ENUM(Tool)
    enum class Size { TooSmall, Allowed, TooLarge };
    Q_ENUM(Size)
    enum class Ground { Unknown, Inside, Partly, Outside };
    Q_ENUM(Ground)

    enum Roles { HandleRole = Qt::UserRole + 1 };

    explicit AreaEditor(const RequestPolicy &policy = {}, QObject *parent = nullptr);

    ~AreaEditor() override;

    /// The finished area; none while there is none, while it is being drawn, or while it has a fault.
    [[nodiscard]] const std::optional<RequestArea> &area() const { return m_area; }
    [[nodiscard]] const AreaShape &shape() const { return m_shape; }
    /// Replaces what is drawn, for a draft that is opened again.
    void setArea(const RequestArea &area);
    /// On whose ground the area should lie; an empty one means that nothing is known.
    void setJurisdiction(const QString &agencyName, const MultiPolygon &ground);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] Tool tool() const { return m_tool; }
    [[nodiscard]] bool isDrawing() const { return m_isDrawing; }
    [[nodiscard]] bool isEmpty() const { return m_shape.isEmpty(); }
    [[nodiscard]] bool hasArea() const { return m_area.has_value(); }
    [[nodiscard]] bool hasSelectedHandle() const { return m_selected >= 0; }
    [[nodiscard]] bool canUndo() const { return m_undo.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_undo.canRedo(); }
    [[nodiscard]] QList<QGeoCoordinate> outline() const { return m_outline; }
    [[nodiscard]] bool hasFault() const { return !m_fault.isEmpty(); }
    /// The edge that would cross.
    [[nodiscard]] QList<QGeoCoordinate> fault() const { return m_fault; }
    /// What Qt Location draws. It stops the program on an empty path along great circles, even on one that is about to
    /// go: so these keep their last points when there is nothing to draw any more.
    [[nodiscard]] QGeoPolygon areaPolygon() const { return m_areaPolygon; }
    [[nodiscard]] QList<QGeoCoordinate> linePath() const { return m_linePath; }
    [[nodiscard]] QList<QGeoCoordinate> faultPath() const { return m_faultPath; }
    [[nodiscard]] bool hasInside() const { return m_hasInside; }
    [[nodiscard]] bool hasLine() const { return m_hasLine; }
    /// While an edge is drawn or dragged, how long it is.
    [[nodiscard]] QList<EdgeLabel> edgeLabels() const { return m_edgeLabels; }
    /// What of the area lies outside the agency's jurisdiction.
    [[nodiscard]] QList<QGeoPolygon> outsideGround() const { return m_outsideGround; }
    [[nodiscard]] bool isCorridor() const;
    [[nodiscard]] double halfWidthMetres() const;
    [[nodiscard]] QString halfWidthText() const;
    /// Of the corridor that is drawn, or of the next one.
    void setHalfWidthMetres(double metres);
    /// The handle whose position can be typed: the one that was selected last; empty where there is none.
    [[nodiscard]] QString placeName() const;
    [[nodiscard]] QString placeText() const;
    /// How far a line drawn by hand may be from the outline that is made of it.
    void setToleranceMetres(double metres);
    [[nodiscard]] QGeoCoordinate faultPlace() const { return m_faultPlace; }
    [[nodiscard]] QString faultText() const { return m_faultText; }
    [[nodiscard]] double squareMetres() const { return m_squareMetres; }
    [[nodiscard]] QString milesText() const;
    [[nodiscard]] QString metresText() const;
    [[nodiscard]] QString limitsText() const;
    [[nodiscard]] Size size() const;
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] double leastSquareMetres() const { return m_policy.minimumSquareMetres; }
    [[nodiscard]] double mostSquareMetres() const { return m_policy.maximumSquareMetres; }
    [[nodiscard]] Ground ground() const { return m_ground; }
    [[nodiscard]] QString groundText() const;
    [[nodiscard]] QGeoCoordinate cardPlace() const;
    [[nodiscard]] QString helpText() const;

    Q_INVOKABLE void choose(Porchlight::AreaEditor::Tool tool);
    /// A click on the map: the next vertex, or a corner, or the centre and then the rim.
    Q_INVOKABLE void addPoint(const QGeoCoordinate &place);
    /// The pointer moved, with no button or with one: the figure that a click here would make is shown.
    Q_INVOKABLE void preview(const QGeoCoordinate &place);
    /// A drag from one corner to the other, or from the centre to the rim.
    Q_INVOKABLE void beginDrag(const QGeoCoordinate &place);
    Q_INVOKABLE void endDrag();
    Q_INVOKABLE void finish();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void clear();
    /// A circle around a place that was searched for.
    Q_INVOKABLE void drawAround(const QGeoCoordinate &place, double metres);
    /// The area of a file; one with a fault is refused with its place, and what is drawn stays.
    bool takeFigure(const Figure &figure);
    void refuseWith(const QString &text);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    Q_INVOKABLE void selectHandle(int row);
    /// The keyboard came to a handle, or left it.
    Q_INVOKABLE void focusHandle(int row, bool hasFocus);
    /// A tap on a handle selects it; on the first corner it closes the outline that is being drawn.
    Q_INVOKABLE void tapHandle(int row);
    Q_INVOKABLE void selectNext();
    Q_INVOKABLE void selectPrevious();
    Q_INVOKABLE void beginMove(int row);
    Q_INVOKABLE void moveTo(const QGeoCoordinate &place);
    Q_INVOKABLE void endMove();
    /// Moves the selected handle by so many metres; one undo step for a run of nudges of the same handle.
    Q_INVOKABLE void nudge(double eastMetres, double northMetres);
    /// Splits the edge behind the selected vertex, or at the selected middle.
    Q_INVOKABLE void splitSelected();
    /// The last three corners of a hole go together with it.
    Q_INVOKABLE void removeSelected();
    /// A half-width as it was typed; the one that is shown changes nothing.
    Q_INVOKABLE void typeHalfWidth(const QString &text);
    /// Puts the handle of placeName() at typed coordinates.
    Q_INVOKABLE void placeHandle(const QString &coordinates);

Q_SIGNALS:
    void stateChanged();
    void figureChanged();
    void areaChanged();

private:
    class Step;
    struct State
    {
        AreaShape shape;
        bool isDrawing = false;
        Tool tool = Tool::Select;
    };

    void push(const AreaShape &after, bool isDrawingAfter, int mergeKey = -1);
    void show(const State &state);
    void measure();
    void announceFigure();
    void measureGround(const MultiPolygon &outline);
    void updateArea();
    void updateHandles();
    void updateEdgeLabels();
    /// What is drawn, with the pointer as the next point while there is one.
    [[nodiscard]] AreaShape figure() const;
    [[nodiscard]] AreaShape withNextPoint(GeoPoint point) const;
    void finishTrace();
    [[nodiscard]] bool refuses(const AreaShape &candidate, bool isClosed);
    [[nodiscard]] bool isTooLarge(const AreaShape &candidate);
    void showFault(const ShapeFinding &finding, const AreaShape &candidate);
    void clearFault();
    [[nodiscard]] static AreaShape withHandleAt(const AreaShape &shape, const AreaHandle &handle, GeoPoint place);
    void moveHandle(const AreaHandle &handle, GeoPoint place, int mergeKey);
    void selectCorner(int line, std::size_t index);
    [[nodiscard]] const AreaHandle *handleAt(int row) const;
    [[nodiscard]] int stops() const;

    const RequestPolicy m_policy;
    QUndoStack m_undo;
    AreaShape m_shape;
    AreaShape m_beforeMove;
    std::optional<GeoPoint> m_pointer;
    std::vector<GeoPoint> m_trace; ///< The line that is being drawn by hand.
    double m_tolerance = 3;
    double m_halfWidth = 50;
    std::optional<RequestArea> m_area;
    std::vector<AreaHandle> m_handles;
    Tool m_tool = Tool::Select;
    bool m_isDrawing = false;
    int m_selected = -1;
    int m_place = -1; ///< The handle selected last, whose coordinates can be typed.
    std::optional<AreaHandle> m_moving;
    bool m_hasInside = false;
    bool m_hasLine = false;
    QList<QGeoCoordinate> m_outline;
    QList<EdgeLabel> m_edgeLabels;
    double m_squareMetres = 0;
    QString m_groundName;
    NearGround m_nearGround;
    std::optional<OutsidePart> m_outside;
    QList<QGeoPolygon> m_outsideGround;
    Ground m_ground = Ground::Unknown;
    QList<QGeoCoordinate> m_fault;
    QGeoPolygon m_areaPolygon;
    QList<QGeoCoordinate> m_linePath;
    QList<QGeoCoordinate> m_faultPath;
    QGeoCoordinate m_faultPlace;
    QString m_faultText;
};

} // namespace Porchlight
