// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areaeditor.h"

#include "areastep.h"
#include "geo/corridor.h"
#include "geo/geolimits.h"
#include "geo/measures.h"
#include "geoshapes.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::size_t LongestTrace = 5000;
constexpr int HalfWidthKey = 1'000'000;

AreaKind kindOf(AreaEditor::Tool tool)
{
    switch (tool) {
    case AreaEditor::Tool::Rectangle:
        return AreaKind::Rectangle;
    case AreaEditor::Tool::Circle:
        return AreaKind::Circle;
    case AreaEditor::Tool::Corridor:
        return AreaKind::Corridor;
    case AreaEditor::Tool::Select:
    case AreaEditor::Tool::Polygon:
    case AreaEditor::Tool::Freehand:
    case AreaEditor::Tool::Hole:
        break;
    }
    return AreaKind::Polygon;
}

/// Rectangles and circles are done with their second point.
bool endsWithSecondPoint(AreaEditor::Tool tool)
{
    return tool == AreaEditor::Tool::Rectangle || tool == AreaEditor::Tool::Circle;
}

} // namespace

AreaEditor::AreaEditor(const RequestPolicy &policy, QObject *parent)
    : QAbstractListModel(parent)
    , m_policy(policy)
{
    connect(&m_undo, &QUndoStack::canUndoChanged, this, &AreaEditor::stateChanged);
    connect(&m_undo, &QUndoStack::canRedoChanged, this, &AreaEditor::stateChanged);
}

AreaEditor::~AreaEditor()
{
    m_undo.disconnect(this);
}

void AreaEditor::setArea(const RequestArea &area)
{
    const auto shape = AreaShape::fromRequestArea(area);
    m_undo.clear();
    m_tool = Tool::Select;
    show({.shape = shape.value_or(AreaShape{})});
}

void AreaEditor::setJurisdiction(const QString &agencyName, const MultiPolygon &ground)
{
    m_groundName = agencyName;
    m_nearGround.setGround(ground);
    measure();
}

int AreaEditor::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_handles.size());
}

QVariant AreaEditor::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != HandleRole) {
        return {};
    }
    return QVariant::fromValue(m_handles[static_cast<std::size_t>(index.row())]);
}

QHash<int, QByteArray> AreaEditor::roleNames() const
{
    return {{HandleRole, "handle"}};
}

AreaShape AreaEditor::withNextPoint(GeoPoint point) const
{
    if (m_tool != Tool::Hole) {
        AreaShape start{.kind = kindOf(m_tool), .points = {}};
        start.radiusMetres = m_tool == Tool::Corridor ? m_halfWidth : 0;
        return (m_isDrawing ? m_shape : start).withPoint(point);
    }
    AreaShape next = m_shape;
    if (!m_isDrawing) {
        next.holes.emplace_back();
    }
    return next.withHolePoint(point);
}

AreaShape AreaEditor::figure() const
{
    if (!m_trace.empty()) {
        return {.kind = AreaKind::Polygon, .points = m_trace};
    }
    return m_isDrawing && m_pointer ? withNextPoint(*m_pointer) : m_shape;
}

void AreaEditor::choose(Tool tool)
{
    if (m_isDrawing && m_tool != tool) {
        cancel();
    }
    m_trace.clear();
    m_selected = -1;
    m_place = -1;
    clearFault();
    const bool canHaveHole = m_area && (m_shape.kind == AreaKind::Polygon || m_shape.kind == AreaKind::Rectangle);
    m_tool = tool == Tool::Hole && !canHaveHole ? Tool::Select : tool;
    if (m_tool != tool) {
        refuseWith(tr("Draw a polygon or a rectangle first: a hole is cut into it."));
    }
    updateHandles();
    announceFigure();
    Q_EMIT stateChanged();
}

bool AreaEditor::isTooLarge(const AreaShape &candidate)
{
    if (candidate.vertexCount() <= AreaShape::MaximumVertices) {
        return false;
    }
    refuseWith(tr("An area has at most %1 corners.").arg(AreaShape::MaximumVertices));
    return true;
}

void AreaEditor::addPoint(const QGeoCoordinate &place)
{
    if (m_tool == Tool::Select || !place.isValid()) {
        m_place = -1;
        selectHandle(-1);
        announceFigure();
        return;
    }
    const AreaShape next = withNextPoint(toPoint(place));
    const bool isLast = m_isDrawing && endsWithSecondPoint(m_tool);
    if (isTooLarge(next) || refuses(next, isLast)) {
        return;
    }
    m_pointer.reset();
    push(next, !isLast);
    if (isLast) {
        choose(Tool::Select);
    }
}

void AreaEditor::preview(const QGeoCoordinate &place)
{
    if (!place.isValid()) {
        return;
    }
    if (!m_trace.empty()) {
        const bool isFar = distanceMetres(m_trace.back(), toPoint(place)) > m_tolerance / 2;
        if (isFar && m_trace.size() < LongestTrace) {
            m_trace.push_back(toPoint(place));
            measure();
        }
        return;
    }
    if (!m_isDrawing) {
        return;
    }
    m_pointer = toPoint(place);
    clearFault();
    if (m_shape.kind == AreaKind::Polygon) {
        const AreaShape next = figure();
        const auto finding = findCrossing(m_tool == Tool::Hole ? next.holes.back() : next.points);
        if (finding && finding->fault == ShapeFault::DuplicateVertex) {
            // The pointer still rests where the last corner was set.
            m_pointer.reset();
        } else if (finding) {
            showFault(*finding, next);
        }
    }
    measure();
}

void AreaEditor::beginDrag(const QGeoCoordinate &place)
{
    if (endsWithSecondPoint(m_tool)) {
        addPoint(place);
    } else if (m_tool == Tool::Freehand && !m_isDrawing && place.isValid()) {
        clearFault();
        m_trace = {toPoint(place)};
    }
}

void AreaEditor::endDrag()
{
    if (!m_trace.empty()) {
        finishTrace();
        return;
    }
    if (m_isDrawing && m_pointer && endsWithSecondPoint(m_tool)) {
        addPoint(toCoordinate(*m_pointer));
    }
}

/// The drawn line becomes an outline, or it is refused where it crosses itself.
void AreaEditor::finishTrace()
{
    const std::vector<GeoPoint> trace = std::exchange(m_trace, {});
    const AreaShape next{.kind = AreaKind::Polygon, .points = simplified(trace, m_tolerance)};
    if (next.points.size() < 3) {
        measure();
        refuseWith(tr("Hold the button and draw around the area."));
        return;
    }
    if (isTooLarge(next) || refuses(next, true)) {
        measure();
        return;
    }
    push(next, false);
    choose(Tool::Select);
}

void AreaEditor::finish()
{
    if (!m_isDrawing) {
        return;
    }
    const bool isHole = m_tool == Tool::Hole;
    if (!m_shape.hasInside() || (isHole && m_shape.holes.back().size() < 3)) {
        const bool isRing = m_shape.kind == AreaKind::Polygon;
        refuseWith(isHole   ? tr("A hole needs at least three corners.")
                   : isRing ? tr("An area needs at least three corners.")
                            : tr("Set the second point first."));
        return;
    }
    if (refuses(m_shape, true)) {
        return;
    }
    m_pointer.reset();
    push(m_shape, false);
    choose(Tool::Select);
}

void AreaEditor::cancel()
{
    m_pointer.reset();
    m_trace.clear();
    m_moving.reset();
    while (m_isDrawing && m_undo.canUndo()) {
        m_undo.undo();
    }
    m_tool = Tool::Select;
    m_selected = -1;
    m_place = -1;
    clearFault();
    measure();
    updateHandles();
    Q_EMIT stateChanged();
}

void AreaEditor::clear()
{
    m_pointer.reset();
    if (!m_shape.isEmpty()) {
        push({}, false);
    }
    choose(Tool::Select);
}

void AreaEditor::drawAround(const QGeoCoordinate &place, double metres)
{
    if (m_isDrawing) {
        cancel();
    }
    if (!place.isValid() || !(metres >= SmallestRadiusMetres && metres <= LargestRadiusMetres)) {
        refuseWith(tr("Give a distance in metres, for example 300."));
        return;
    }
    push({.kind = AreaKind::Circle, .points = {toPoint(place)}, .radiusMetres = metres}, false);
    choose(Tool::Select);
}

bool AreaEditor::takeFigure(const Figure &figure)
{
    if (m_isDrawing) {
        cancel();
    }
    const auto shape = AreaShape::fromFigure(figure);
    if (!shape) {
        refuseWith(tr("The file has several separate areas; a request has one."));
        return false;
    }
    if (isTooLarge(*shape) || refuses(*shape, true)) {
        return false;
    }
    push(*shape, false);
    choose(Tool::Select);
    return true;
}

void AreaEditor::undo()
{
    m_pointer.reset();
    m_undo.undo();
    m_tool = m_isDrawing ? m_tool : Tool::Select;
    Q_EMIT stateChanged();
}

void AreaEditor::redo()
{
    m_pointer.reset();
    m_undo.redo();
    Q_EMIT stateChanged();
}

bool AreaEditor::isCorridor() const
{
    return m_tool == Tool::Corridor || (!m_shape.isEmpty() && m_shape.kind == AreaKind::Corridor);
}

double AreaEditor::halfWidthMetres() const
{
    return !m_shape.isEmpty() && m_shape.kind == AreaKind::Corridor ? m_shape.radiusMetres : m_halfWidth;
}

void AreaEditor::setHalfWidthMetres(double metres)
{
    if (!(metres >= SmallestRadiusMetres && metres <= LargestHalfWidthMetres)) {
        refuseWith(tr("The half-width is a number of metres from 1 to 10,000."));
        return;
    }
    m_halfWidth = metres;
    if (m_shape.isEmpty() || m_shape.kind != AreaKind::Corridor || m_shape.radiusMetres == metres) {
        announceFigure();
        return;
    }
    AreaShape next = m_shape;
    next.radiusMetres = metres;
    push(next, m_isDrawing, HalfWidthKey);
}

void AreaEditor::setToleranceMetres(double metres)
{
    if (metres > 0 && m_trace.empty()) {
        m_tolerance = metres;
        Q_EMIT stateChanged();
    }
}

void AreaEditor::push(const AreaShape &after, bool isDrawingAfter, int mergeKey)
{
    const State before{.shape = m_shape, .isDrawing = m_isDrawing, .tool = m_tool};
    const State next{.shape = after, .isDrawing = isDrawingAfter, .tool = m_tool};
    m_undo.push(new Step([this](const State &state) { show(state); }, before, next, mergeKey));
}

void AreaEditor::show(const State &state)
{
    m_shape = state.shape;
    m_isDrawing = state.isDrawing;
    if (m_isDrawing) {
        m_tool = state.tool;
    }
    clearFault();
    updateHandles();
    measure();
    updateArea();
    Q_EMIT stateChanged();
}

void AreaEditor::measure()
{
    const AreaShape current = figure();
    const MultiPolygon shape = current.shape();
    m_outline = shape.empty() ? QList<QGeoCoordinate>() : toPath(shape.front().outer.points);
    m_hasInside = m_outline.size() > 2;
    if (m_hasInside) {
        m_areaPolygon = toGeoPolygons(shape).constFirst();
    }
    const bool isHole = m_isDrawing && m_tool == Tool::Hole;
    const bool isRoute = current.kind == AreaKind::Corridor;
    const QList<QGeoCoordinate> line = isHole    ? toPath(current.holes.back())
                                       : isRoute ? toPath(current.points)
                                                 : m_outline;
    m_hasLine = line.size() == 2 || ((isHole || isRoute) && line.size() > 2);
    if (m_hasLine) {
        m_linePath = line;
    }
    const bool isSound = current.hasInside() && m_fault.isEmpty() && m_trace.empty();
    m_squareMetres = !isSound                           ? 0
                     : current.kind == AreaKind::Circle ? current.squareMetres()
                                                        : std::max(0.0, areaSquareMetres(shape));
    measureGround(isSound ? shape : MultiPolygon());
    updateEdgeLabels();
    announceFigure();
}

void AreaEditor::announceFigure()
{
    if (!m_fault.isEmpty()) {
        m_faultPath = m_fault;
    }
    Q_EMIT figureChanged();
}

void AreaEditor::updateEdgeLabels()
{
    m_edgeLabels.clear();
    if (m_moving) {
        m_edgeLabels = edgeLabelsAt(m_shape, *m_moving);
        return;
    }
    if (!m_isDrawing || !m_pointer) {
        return;
    }
    const AreaShape next = figure();
    if (next.kind == AreaKind::Circle) {
        m_edgeLabels = edgeLabelsAt(next, {.position = {}, .role = AreaHandle::Role::Radius});
        return;
    }
    const int line = m_tool == Tool::Hole ? static_cast<int>(next.holes.size()) : 0;
    const std::size_t last = next.kind == AreaKind::Rectangle ? 2 : next.line(line).size() - 1;
    if (next.line(line).size() > 1) {
        m_edgeLabels = edgeLabelsAt(next, {.position = {}, .line = line, .index = last});
    }
}

void AreaEditor::measureGround(const MultiPolygon &outline)
{
    m_ground = Ground::Unknown;
    m_outside.reset();
    m_outsideGround.clear();
    if (!m_nearGround.isKnown() || outline.empty() || findFault(outline)) {
        return;
    }
    const MultiPolygon &near = m_nearGround.around(outline);
    m_outside = outsidePart(outline, near);
    m_outsideGround = m_outside ? toGeoPolygons(m_outside->shape) : QList<QGeoPolygon>();
    m_ground = !m_outside ? Ground::Inside : overlaps(near, outline) ? Ground::Partly : Ground::Outside;
}

void AreaEditor::updateArea()
{
    const bool isWhole = !m_isDrawing && m_shape.hasInside() && !findFault(m_shape.figure());
    const auto area = isWhole ? std::optional(m_shape.toRequestArea()) : std::nullopt;
    if (area != m_area) {
        m_area = area;
        Q_EMIT areaChanged();
    }
}

} // namespace Porchlight
