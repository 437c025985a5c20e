// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areaeditor.h"

#include "geo/measures.h"

#include <QLocale>
#include <QUndoCommand>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::size_t MaximumVertices = 200;
constexpr double SmallestRadiusMetres = 1;

QGeoCoordinate toCoordinate(GeoPoint point)
{
    return {point.latitude, point.longitude};
}

GeoPoint toPoint(const QGeoCoordinate &place)
{
    return {.latitude = place.latitude(), .longitude = place.longitude()};
}

QLocale numbers()
{
    return {QLocale::English, QLocale::UnitedStates};
}

QString milesOf(double squareMetres, int decimals = 3)
{
    return numbers().toString(squareMiles(squareMetres), 'f', decimals);
}

QString shortMilesOf(double squareMetres)
{
    return numbers().toString(squareMiles(squareMetres), 'g', 3);
}

AreaKind kindOf(AreaEditor::Tool tool)
{
    switch (tool) {
    case AreaEditor::Tool::Rectangle:
        return AreaKind::Rectangle;
    case AreaEditor::Tool::Circle:
        return AreaKind::Circle;
    case AreaEditor::Tool::Select:
    case AreaEditor::Tool::Polygon:
        break;
    }
    return AreaKind::Polygon;
}

} // namespace

/// One act of the officer: the figure before and after. Nudges of the same handle, one after the other, are one act.
class AreaEditor::Step final : public QUndoCommand
{
public:
    struct State
    {
        AreaShape shape;
        bool isDrawing = false;
    };

    Step(AreaEditor &editor, State before, State after, int mergeKey)
        : m_editor(editor)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_mergeKey(mergeKey)
    {}

    void undo() override { m_editor.show(m_before.shape, m_before.isDrawing); }
    void redo() override { m_editor.show(m_after.shape, m_after.isDrawing); }
    [[nodiscard]] int id() const override { return m_mergeKey; }
    bool mergeWith(const QUndoCommand *other) override
    {
        // Only steps with the same key come here, and only steps have keys.
        m_after = static_cast<const Step *>(other)->m_after;
        return true;
    }

private:
    AreaEditor &m_editor;
    State m_before;
    State m_after;
    int m_mergeKey;
};

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
    show(shape.value_or(AreaShape{}), false);
}

void AreaEditor::setJurisdiction(const QString &agencyName, const MultiPolygon &ground)
{
    m_groundName = agencyName;
    m_groundShape = ground;
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

AreaShape AreaEditor::figure() const
{
    return m_isDrawing && m_pointer ? m_shape.withPoint(*m_pointer) : m_shape;
}

QList<QGeoCoordinate> AreaEditor::outline() const
{
    QList<QGeoCoordinate> path;
    for (const GeoPoint &point : figure().ring().points) {
        path.append(toCoordinate(point));
    }
    return path;
}

QString AreaEditor::milesText() const
{
    return tr("%1 sq mi").arg(milesOf(m_squareMetres));
}

QString AreaEditor::metresText() const
{
    return tr("%1 m²").arg(numbers().toString(m_squareMetres, 'f', 0));
}

QString AreaEditor::limitsText() const
{
    return tr("allowed %1 – %2 sq mi")
        .arg(shortMilesOf(m_policy.minimumSquareMetres), shortMilesOf(m_policy.maximumSquareMetres));
}

AreaEditor::Size AreaEditor::size() const
{
    if (m_squareMetres < m_policy.minimumSquareMetres) {
        return Size::TooSmall;
    }
    return m_squareMetres > m_policy.maximumSquareMetres ? Size::TooLarge : Size::Allowed;
}

QString AreaEditor::sizeText() const
{
    switch (size()) {
    case Size::TooSmall:
        return tr("too small: at least %1 sq mi").arg(shortMilesOf(m_policy.minimumSquareMetres));
    case Size::TooLarge:
        return tr("too large: at most %1 sq mi").arg(shortMilesOf(m_policy.maximumSquareMetres));
    case Size::Allowed:
        break;
    }
    return limitsText();
}

QString AreaEditor::groundText() const
{
    switch (m_ground) {
    case Ground::Inside:
        return tr("inside %1’s jurisdiction").arg(m_groundName);
    case Ground::Partly:
        return tr("partly outside %1’s jurisdiction").arg(m_groundName);
    case Ground::Outside:
        return tr("outside every known jurisdiction");
    case Ground::Unknown:
        break;
    }
    return {};
}

QGeoCoordinate AreaEditor::cardPlace() const
{
    const auto bounds = boundsOf(figure().ring().points);
    return bounds ? QGeoCoordinate(bounds->south, bounds->centre().longitude) : QGeoCoordinate();
}

QString AreaEditor::helpText() const
{
    if (m_tool == Tool::Select) {
        return {};
    }
    if (m_isDrawing) {
        return m_tool == Tool::Polygon ? tr("Enter or a double click finishes, Ctrl+Z takes a corner back, Esc cancels")
                                       : tr("Click again to finish, Esc cancels");
    }
    switch (m_tool) {
    case Tool::Rectangle:
        return tr("Click one corner, then the opposite one, or drag");
    case Tool::Circle:
        return tr("Click the centre, then the rim, or drag");
    case Tool::Polygon:
    case Tool::Select:
        break;
    }
    return tr("Click the corners of the area one after the other");
}

void AreaEditor::choose(Tool tool)
{
    if (m_isDrawing && m_tool != tool) {
        cancel();
    }
    m_tool = tool;
    m_selected = -1;
    clearFault();
    updateHandles();
    Q_EMIT stateChanged();
}

void AreaEditor::addPoint(const QGeoCoordinate &place)
{
    if (m_tool == Tool::Select || !place.isValid()) {
        selectHandle(-1);
        return;
    }
    const AreaShape start{.kind = kindOf(m_tool), .points = {}};
    const AreaShape next = (m_isDrawing ? m_shape : start).withPoint(toPoint(place));
    if (next.points.size() > MaximumVertices) {
        refuseWith(tr("An area has at most %1 corners.").arg(MaximumVertices));
        return;
    }
    const bool isLast = m_isDrawing && m_tool != Tool::Polygon;
    if (refuses(next, isLast)) {
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
    if (!m_isDrawing || !place.isValid()) {
        return;
    }
    m_pointer = toPoint(place);
    clearFault();
    if (m_shape.kind == AreaKind::Polygon) {
        const AreaShape next = figure();
        const auto finding = findCrossing(next.points);
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
    if (m_tool == Tool::Rectangle || m_tool == Tool::Circle) {
        addPoint(place);
    }
}

void AreaEditor::endDrag()
{
    if (m_isDrawing && m_pointer && m_tool != Tool::Polygon) {
        addPoint(toCoordinate(*m_pointer));
    }
}

void AreaEditor::finish()
{
    if (!m_isDrawing) {
        return;
    }
    if (!m_shape.hasInside()) {
        refuseWith(m_shape.kind == AreaKind::Polygon ? tr("An area needs at least three corners.")
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
    m_moving = -1;
    while (m_isDrawing && m_undo.canUndo()) {
        m_undo.undo();
    }
    m_tool = Tool::Select;
    m_selected = -1;
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

int AreaEditor::stops() const
{
    return static_cast<int>(m_handles.size());
}

void AreaEditor::selectHandle(int row)
{
    const int wanted = row >= 0 && row < stops() ? row : -1;
    if (wanted == m_selected) {
        return;
    }
    m_selected = wanted;
    updateHandles();
}

void AreaEditor::focusHandle(int row, bool hasFocus)
{
    if (hasFocus) {
        selectHandle(row);
    } else if (row == m_selected) {
        selectHandle(-1);
    }
}

void AreaEditor::tapHandle(int row)
{
    if (m_isDrawing && row == 0 && m_shape.kind == AreaKind::Polygon) {
        finish();
        return;
    }
    selectHandle(row);
}

void AreaEditor::selectNext()
{
    if (stops() > 0) {
        selectHandle((m_selected + 1) % stops());
    }
}

void AreaEditor::selectPrevious()
{
    if (stops() > 0) {
        selectHandle(m_selected <= 0 ? stops() - 1 : m_selected - 1);
    }
}

AreaShape AreaEditor::withHandleAt(int row, GeoPoint place) const
{
    const auto corners = static_cast<int>(m_beforeMove.points.size());
    if (m_beforeMove.kind == AreaKind::Circle && row > 0) {
        AreaShape next = m_beforeMove;
        next.radiusMetres = std::max(SmallestRadiusMetres, distanceMetres(next.points.front(), place));
        return next;
    }
    if (row < corners) {
        return m_beforeMove.withMoved(static_cast<std::size_t>(row), place);
    }
    const auto edge = static_cast<std::size_t>(row - corners);
    return m_beforeMove.withSplit(edge).withMoved(edge + 1, place);
}

void AreaEditor::beginMove(int row)
{
    if (row < 0 || row >= stops()) {
        return;
    }
    m_moving = row;
    m_beforeMove = m_shape;
    selectHandle(row);
}

void AreaEditor::moveTo(const QGeoCoordinate &place)
{
    if (m_moving < 0 || !place.isValid()) {
        return;
    }
    const AreaShape next = withHandleAt(m_moving, toPoint(place));
    if (refuses(next, !m_isDrawing)) {
        return;
    }
    const bool splits = next.points.size() > m_shape.points.size();
    show(next, m_isDrawing);
    if (splits) {
        m_selected = m_moving - static_cast<int>(m_beforeMove.points.size()) + 1;
        updateHandles();
    }
}

void AreaEditor::endMove()
{
    if (m_moving < 0) {
        return;
    }
    m_moving = -1;
    clearFault();
    if (m_shape != m_beforeMove) {
        const AreaShape after = m_shape;
        m_shape = m_beforeMove;
        push(after, m_isDrawing);
    }
}

void AreaEditor::nudge(double eastMetres, double northMetres)
{
    if (m_selected < 0) {
        return;
    }
    m_beforeMove = m_shape;
    const GeoPoint from = toPoint(m_handles[static_cast<std::size_t>(m_selected)].position);
    const GeoPoint east = pointAt(from, eastMetres < 0 ? 270 : 90, std::abs(eastMetres));
    const GeoPoint to = pointAt(east, northMetres < 0 ? 180 : 0, std::abs(northMetres));
    const AreaShape next = withHandleAt(m_selected, to);
    if (refuses(next, !m_isDrawing)) {
        return;
    }
    if (next.points.size() > m_shape.points.size()) {
        const int corner = m_selected - static_cast<int>(m_shape.points.size()) + 1;
        push(next, m_isDrawing);
        selectHandle(corner);
        return;
    }
    push(next, m_isDrawing, m_selected);
}

void AreaEditor::splitSelected()
{
    if (m_selected < 0 || m_isDrawing || m_shape.kind != AreaKind::Polygon ||
        m_shape.points.size() >= MaximumVertices) {
        return;
    }
    const int edge = m_selected % static_cast<int>(m_shape.points.size());
    push(m_shape.withSplit(static_cast<std::size_t>(edge)), false);
    selectHandle(edge + 1);
}

void AreaEditor::removeSelected()
{
    const bool isCorner = m_selected >= 0 && m_selected < static_cast<int>(m_shape.points.size());
    if (!isCorner || m_shape.kind != AreaKind::Polygon) {
        return;
    }
    if (!m_isDrawing && m_shape.points.size() <= 3) {
        refuseWith(tr("An area needs at least three corners."));
        return;
    }
    const AreaShape next = m_shape.without(static_cast<std::size_t>(m_selected));
    if (refuses(next, !m_isDrawing)) {
        return;
    }
    push(next, m_isDrawing && !next.isEmpty());
}

void AreaEditor::push(const AreaShape &after, bool isDrawingAfter, int mergeKey)
{
    m_undo.push(new Step(*this, {m_shape, m_isDrawing}, {after, isDrawingAfter}, mergeKey));
}

void AreaEditor::show(const AreaShape &shape, bool isDrawing)
{
    m_shape = shape;
    m_isDrawing = isDrawing;
    if (isDrawing && m_tool == Tool::Select) {
        m_tool = shape.kind == AreaKind::Polygon     ? Tool::Polygon
                 : shape.kind == AreaKind::Rectangle ? Tool::Rectangle
                                                     : Tool::Circle;
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
    const bool isSound = current.hasInside() && m_fault.isEmpty();
    m_squareMetres = isSound ? current.squareMetres() : 0;
    measureGround(isSound ? current : AreaShape{});
    announceFigure();
}

void AreaEditor::announceFigure()
{
    const QList<QGeoCoordinate> path = outline();
    if (path.size() > 2) {
        m_areaPath = path;
    }
    if (path.size() == 2) {
        m_linePath = path;
    }
    if (!m_fault.isEmpty()) {
        m_faultPath = m_fault;
    }
    Q_EMIT figureChanged();
}

void AreaEditor::measureGround(const AreaShape &current)
{
    m_ground = Ground::Unknown;
    const Ring ring = current.ring();
    if (m_groundShape.empty() || ring.points.size() < 3 || findFault(ring)) {
        return;
    }
    const MultiPolygon own{Polygon{.outer = ring, .holes = {}}};
    if (covers(m_groundShape, own)) {
        m_ground = Ground::Inside;
        return;
    }
    m_ground = overlaps(m_groundShape, own) ? Ground::Partly : Ground::Outside;
}

void AreaEditor::updateArea()
{
    const bool isWhole = !m_isDrawing && m_shape.hasInside() && !findFault(m_shape.ring());
    const auto area = isWhole ? std::optional(m_shape.toRequestArea()) : std::nullopt;
    if (area != m_area) {
        m_area = area;
        Q_EMIT areaChanged();
    }
}

bool AreaEditor::refuses(const AreaShape &candidate, bool isClosed)
{
    if (candidate.kind == AreaKind::Circle) {
        if (isClosed && candidate.radiusMetres < SmallestRadiusMetres) {
            refuseWith(tr("The rim lies on the centre."));
            return true;
        }
        return false;
    }
    const auto finding = isClosed ? findFault(candidate.ring()) : findCrossing(candidate.points);
    if (!finding) {
        clearFault();
        return false;
    }
    showFault(*finding, candidate);
    announceFigure();
    return true;
}

void AreaEditor::refuseWith(const QString &text)
{
    m_faultText = text;
    announceFigure();
}

void AreaEditor::showFault(const ShapeFinding &finding, const AreaShape &candidate)
{
    const std::vector<GeoPoint> &points = candidate.points;
    m_faultPlace = toCoordinate(finding.place);
    m_fault.clear();
    const int edge = std::max(finding.firstEdge, finding.secondEdge);
    if (edge >= 0 && edge < static_cast<int>(points.size())) {
        const auto from = static_cast<std::size_t>(edge);
        m_fault = {toCoordinate(points[from]), toCoordinate(points[(from + 1) % points.size()])};
    }
    switch (finding.fault) {
    case ShapeFault::CrossesItself:
    case ShapeFault::TouchesItself:
        m_faultText = tr("The outline would cross itself here. The corner was not set.");
        return;
    case ShapeFault::DuplicateVertex:
        m_faultText = tr("There is a corner here already.");
        return;
    case ShapeFault::Spike:
        m_faultText = tr("The outline would run back along itself here.");
        return;
    case ShapeFault::Empty:
    case ShapeFault::TooFewPoints:
        m_faultText = tr("An area needs at least three corners.");
        return;
    case ShapeFault::InvalidCoordinate:
    case ShapeFault::HoleOutside:
    case ShapeFault::RingsOverlap:
    case ShapeFault::CutInParts:
    case ShapeFault::EnclosesPole:
    case ShapeFault::Other:
        m_faultText = tr("This outline encloses no clear area.");
        return;
    }
}

void AreaEditor::clearFault()
{
    if (m_faultText.isEmpty() && m_fault.isEmpty()) {
        return;
    }
    m_fault.clear();
    m_faultPlace = {};
    m_faultText.clear();
    announceFigure();
}

void AreaEditor::updateHandles()
{
    std::vector<AreaHandle> handles = handlesOf(m_shape, !m_isDrawing, m_selected);
    if (m_selected >= static_cast<int>(handles.size())) {
        m_selected = -1;
    }
    const int before = stops();
    const int after = static_cast<int>(handles.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_handles = std::move(handles);
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_handles = std::move(handles);
        endRemoveRows();
    } else {
        m_handles = std::move(handles);
    }
    if (std::min(before, after) > 0) {
        Q_EMIT dataChanged(index(0), index(std::min(before, after) - 1), {HandleRole});
    }
}

} // namespace Porchlight
