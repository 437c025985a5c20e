// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areaeditor.h"
#include "geo/geolimits.h"
#include "geo/measures.h"
#include "geoshapes.h"
#include "places/addressindex.h"

#include <algorithm>
#include <cmath>

// The handles of the area: which is selected, and what moving, splitting and removing make of the figure.
namespace Porchlight {

int AreaEditor::stops() const
{
    return static_cast<int>(m_handles.size());
}

const AreaHandle *AreaEditor::handleAt(int row) const
{
    return row >= 0 && row < stops() ? &m_handles[static_cast<std::size_t>(row)] : nullptr;
}

void AreaEditor::selectHandle(int row)
{
    const int wanted = row >= 0 && row < stops() ? row : -1;
    m_place = wanted >= 0 ? wanted : m_place;
    if (wanted == m_selected) {
        return;
    }
    m_selected = wanted;
    updateHandles();
    announceFigure();
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
    const AreaHandle *handle = handleAt(row);
    if (m_isDrawing && handle != nullptr && handle->isCorner() && handle->index == 0) {
        const bool isOwnRing = m_tool == Tool::Hole ? handle->line == static_cast<int>(m_shape.holes.size())
                                                    : m_shape.kind == AreaKind::Polygon;
        if (isOwnRing) {
            finish();
            return;
        }
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

void AreaEditor::selectCorner(int line, std::size_t index)
{
    const auto found = std::ranges::find_if(m_handles, [line, index](const AreaHandle &handle) {
        return handle.isCorner() && handle.line == line && handle.index == index;
    });
    m_selected = found == m_handles.end() ? -1 : found->row;
    m_place = m_selected;
    updateHandles();
}

AreaShape AreaEditor::withHandleAt(const AreaShape &shape, const AreaHandle &handle, GeoPoint place)
{
    AreaShape next = shape;
    switch (handle.role) {
    case AreaHandle::Role::Radius:
        next.radiusMetres = std::max(SmallestRadiusMetres, distanceMetres(shape.points.front(), place));
        return next;
    case AreaHandle::Role::Width:
        next.radiusMetres =
            std::clamp(distanceMetres(shape.middle(0, 0), place), SmallestRadiusMetres, LargestHalfWidthMetres);
        return next;
    case AreaHandle::Role::Middle:
        return shape.withSplit(handle.line, handle.index).withMoved(handle.line, handle.index + 1, place);
    case AreaHandle::Role::Vertex:
    case AreaHandle::Role::Centre:
        break;
    }
    return shape.withMoved(handle.line, handle.index, place);
}

void AreaEditor::beginMove(int row)
{
    const AreaHandle *handle = handleAt(row);
    if (handle == nullptr) {
        return;
    }
    m_moving = *handle;
    m_beforeMove = m_shape;
    selectHandle(row);
}

void AreaEditor::moveTo(const QGeoCoordinate &place)
{
    if (!m_moving || !place.isValid()) {
        return;
    }
    const AreaShape next = withHandleAt(m_beforeMove, *m_moving, toPoint(place));
    if (next.vertexCount() > AreaShape::MaximumVertices || refuses(next, !m_isDrawing)) {
        return;
    }
    const bool splits = next.vertexCount() > m_shape.vertexCount();
    show({.shape = next, .isDrawing = m_isDrawing, .tool = m_tool});
    if (splits) {
        selectCorner(m_moving->line, m_moving->index + 1);
    }
}

void AreaEditor::endMove()
{
    if (!m_moving) {
        return;
    }
    m_moving.reset();
    clearFault();
    if (m_shape != m_beforeMove) {
        const AreaShape after = m_shape;
        m_shape = m_beforeMove;
        push(after, m_isDrawing);
    }
    updateEdgeLabels();
    announceFigure();
}

/// Where the figure would have a fault then, it stays as it is.
void AreaEditor::moveHandle(const AreaHandle &handle, GeoPoint place, int mergeKey)
{
    const AreaShape next = withHandleAt(m_shape, handle, place);
    if (next.vertexCount() > AreaShape::MaximumVertices || refuses(next, !m_isDrawing)) {
        return;
    }
    if (handle.isMiddle()) {
        push(next, m_isDrawing);
        selectCorner(handle.line, handle.index + 1);
        return;
    }
    push(next, m_isDrawing, mergeKey);
}

void AreaEditor::nudge(double eastMetres, double northMetres)
{
    const AreaHandle *selected = handleAt(m_selected);
    if (selected == nullptr) {
        return;
    }
    const GeoPoint from = toPoint(selected->position);
    const GeoPoint east = pointAt(from, eastMetres < 0 ? 270 : 90, std::abs(eastMetres));
    const GeoPoint to = pointAt(east, northMetres < 0 ? 180 : 0, std::abs(northMetres));
    const AreaHandle handle = *selected;
    moveHandle(handle, to, m_selected);
    m_edgeLabels =
        edgeLabelsAt(m_shape, handle.isMiddle() ? AreaHandle{.line = handle.line, .index = handle.index + 1} : handle);
    announceFigure();
}

QString AreaEditor::placeName() const
{
    const AreaHandle *handle = handleAt(m_place);
    return handle != nullptr && (handle->isCorner() || handle->role == AreaHandle::Role::Centre) ? handle->words
                                                                                                 : QString();
}

QString AreaEditor::placeText() const
{
    const AreaHandle *handle = handleAt(m_place);
    return handle == nullptr ? QString()
                             : QStringLiteral("%1, %2")
                                   .arg(handle->position.latitude(), 0, 'f', 6)
                                   .arg(handle->position.longitude(), 0, 'f', 6);
}

QString AreaEditor::halfWidthText() const
{
    return QString::number(halfWidthMetres(), 'g', 5);
}

void AreaEditor::typeHalfWidth(const QString &text)
{
    if (text != halfWidthText()) {
        bool isNumber = false;
        const double metres = text.trimmed().toDouble(&isNumber);
        setHalfWidthMetres(isNumber ? metres : 0);
    }
}

void AreaEditor::placeHandle(const QString &coordinates)
{
    if (placeName().isEmpty() || coordinates == placeText()) {
        return;
    }
    const auto place = parsePosition(coordinates);
    if (!place) {
        refuseWith(tr("Write it like 40.28390, −76.83380 or 40°17′02″N 76°50′02″W."));
        return;
    }
    const AreaHandle handle = *handleAt(m_place);
    moveHandle(handle, *place, -1);
}

void AreaEditor::splitSelected()
{
    const AreaHandle *selected = handleAt(m_selected);
    const bool canGrow = m_shape.kind == AreaKind::Polygon || m_shape.kind == AreaKind::Corridor;
    if (selected == nullptr || m_isDrawing || !canGrow || m_shape.vertexCount() >= AreaShape::MaximumVertices ||
        !(selected->isCorner() || selected->isMiddle())) {
        return;
    }
    const AreaHandle handle = *selected;
    const bool isEndOfRoute =
        m_shape.kind == AreaKind::Corridor && handle.index + 1 == m_shape.line(handle.line).size();
    const std::size_t edge = isEndOfRoute ? handle.index - 1 : handle.index;
    push(m_shape.withSplit(handle.line, edge), false);
    selectCorner(handle.line, edge + 1);
    announceFigure();
}

void AreaEditor::removeSelected()
{
    const AreaHandle *selected = handleAt(m_selected);
    const bool canShrink = m_shape.kind == AreaKind::Polygon || m_shape.kind == AreaKind::Corridor;
    if (selected == nullptr || !selected->isCorner() || !canShrink) {
        return;
    }
    const std::size_t fewest = m_shape.kind == AreaKind::Corridor ? 2 : 3;
    const std::size_t corners = m_shape.line(selected->line).size();
    if (!m_isDrawing && selected->line == 0 && corners <= fewest) {
        refuseWith(fewest == 2 ? tr("A route needs at least two points.")
                               : tr("An area needs at least three corners."));
        return;
    }
    const bool isLastOfHole = selected->line > 0 && !m_isDrawing && corners <= fewest;
    const AreaShape next =
        isLastOfHole ? m_shape.withoutHole(selected->line) : m_shape.without(selected->line, selected->index);
    if (m_isDrawing && selected->line > 0 && next.line(selected->line).empty()) {
        cancel();
        return;
    }
    if (refuses(next, !m_isDrawing)) {
        return;
    }
    push(next, m_isDrawing && !next.isEmpty());
}

void AreaEditor::updateHandles()
{
    std::vector<AreaHandle> handles = handlesOf(m_shape, !m_isDrawing, m_selected);
    if (m_selected >= static_cast<int>(handles.size())) {
        m_selected = -1;
    }
    if (m_place >= static_cast<int>(handles.size())) {
        m_place = -1;
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
