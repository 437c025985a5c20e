// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areahandle.h"

#include "areashape.h"
#include "geo/measures.h"
#include "geoshapes.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr double RimAzimuth = 90;
/// More handles than that are no help, and each is an item of the map.
constexpr std::size_t MostCornersWithMiddles = 100;

QString words(const char *text)
{
    return QCoreApplication::translate("AreaHandle", text);
}

std::vector<AreaHandle> circleHandles(const AreaShape &shape)
{
    std::vector<AreaHandle> handles{{.position = toCoordinate(shape.points.front()),
                                     .role = AreaHandle::Role::Centre,
                                     .objectName = u"areaCentre"_s,
                                     .words = words("Centre of the circle")}};
    if (shape.radiusMetres > 0) {
        handles.push_back({.position = toCoordinate(pointAt(shape.points.front(), RimAzimuth, shape.radiusMetres)),
                           .role = AreaHandle::Role::Radius,
                           .objectName = u"areaRadius"_s,
                           .words = words("Rim of the circle, radius %1 metres").arg(qRound(shape.radiusMetres))});
    }
    return handles;
}

QString cornerWords(const AreaShape &shape, int line, std::size_t index)
{
    const qsizetype count = static_cast<qsizetype>(shape.line(line).size());
    if (shape.kind == AreaKind::Corridor) {
        return words("Point %1 of %2 of the route").arg(index + 1).arg(count);
    }
    return line == 0 ? words("Corner %1 of %2").arg(index + 1).arg(count)
                     : words("Corner %1 of %2 of hole %3").arg(index + 1).arg(count).arg(line);
}

QString middleWords(const AreaShape &shape, int line, std::size_t index)
{
    if (shape.kind == AreaKind::Corridor) {
        return words("New point behind point %1").arg(index + 1);
    }
    return line == 0 ? words("New corner behind corner %1").arg(index + 1)
                     : words("New corner behind corner %1 of hole %2").arg(index + 1).arg(line);
}

void addCorners(std::vector<AreaHandle> &handles, const AreaShape &shape, int line)
{
    const QString prefix = line == 0 ? u"areaHandle"_s : u"areaHole%1Handle"_s.arg(line);
    const std::vector<GeoPoint> &corners = shape.line(line);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        handles.push_back({.position = toCoordinate(corners[i]),
                           .role = AreaHandle::Role::Vertex,
                           .line = line,
                           .index = i,
                           .objectName = prefix + QString::number(i),
                           .words = cornerWords(shape, line, i)});
    }
}

void addMiddles(std::vector<AreaHandle> &handles, const AreaShape &shape, int line)
{
    const QString prefix = line == 0 ? u"areaMiddle"_s : u"areaHole%1Middle"_s.arg(line);
    const std::size_t corners = shape.line(line).size();
    const std::size_t edges = shape.kind == AreaKind::Corridor ? corners - 1 : corners;
    for (std::size_t i = 0; i < edges; ++i) {
        handles.push_back({.position = toCoordinate(shape.middle(line, i)),
                           .role = AreaHandle::Role::Middle,
                           .line = line,
                           .index = i,
                           .objectName = prefix + QString::number(i),
                           .words = middleWords(shape, line, i)});
    }
}

/// To the right of the first edge of the route.
AreaHandle widthHandle(const AreaShape &shape)
{
    const std::vector<GeoPoint> ends = unwrapped({shape.points[0], shape.points[1]});
    const GeoPoint middle = shape.middle(0, 0);
    const double east = (ends[1].longitude - ends[0].longitude) * std::cos(middle.latitude * std::numbers::pi / 180);
    const double azimuth = std::atan2(east, ends[1].latitude - ends[0].latitude) * 180 / std::numbers::pi;
    return {.position = toCoordinate(pointAt(middle, azimuth + 90, shape.radiusMetres)),
            .role = AreaHandle::Role::Width,
            .objectName = u"areaWidth"_s,
            .words = words("Edge of the corridor, half-width %1 metres").arg(qRound(shape.radiusMetres))};
}

std::vector<AreaHandle> lineHandles(const AreaShape &shape, bool isFinished)
{
    std::vector<AreaHandle> handles;
    const int lines = static_cast<int>(shape.holes.size()) + 1;
    for (int line = 0; line < lines; ++line) {
        addCorners(handles, shape, line);
    }
    if (shape.kind == AreaKind::Corridor && shape.hasInside()) {
        handles.push_back(widthHandle(shape));
    }
    const bool canGrow = shape.kind != AreaKind::Rectangle && shape.vertexCount() <= MostCornersWithMiddles;
    if (isFinished && canGrow && shape.hasInside()) {
        for (int line = 0; line < lines; ++line) {
            addMiddles(handles, shape, line);
        }
    }
    return handles;
}

/// Not for an edge without a length, as there is while the pointer rests on the last corner.
void addLabel(QList<EdgeLabel> &labels, const AreaShape &shape, int line, std::size_t edge)
{
    constexpr double ShortestMetres = 0.5;
    const std::vector<GeoPoint> &corners = shape.line(line);
    const double metres = distanceMetres(corners[edge], corners[(edge + 1) % corners.size()]);
    if (metres >= ShortestMetres) {
        labels.append({.position = toCoordinate(shape.middle(line, edge)), .text = lengthText(metres)});
    }
}

} // namespace

std::vector<AreaHandle> handlesOf(const AreaShape &shape, bool isFinished, int selected)
{
    if (shape.isEmpty()) {
        return {};
    }
    std::vector<AreaHandle> handles =
        shape.kind == AreaKind::Circle ? circleHandles(shape) : lineHandles(shape, isFinished);
    for (std::size_t i = 0; i < handles.size(); ++i) {
        handles[i].row = static_cast<int>(i);
        handles[i].isSelected = handles[i].row == selected;
    }
    return handles;
}

QList<EdgeLabel> edgeLabelsAt(const AreaShape &shape, const AreaHandle &handle)
{
    switch (handle.role) {
    case AreaHandle::Role::Centre:
        return {};
    case AreaHandle::Role::Radius:
        return {{.position = toCoordinate(pointAt(shape.points.front(), RimAzimuth, shape.radiusMetres / 2)),
                 .text = lengthText(shape.radiusMetres)}};
    case AreaHandle::Role::Width:
        return {{.position = widthHandle(shape).position, .text = lengthText(shape.radiusMetres)}};
    case AreaHandle::Role::Vertex:
    case AreaHandle::Role::Middle:
        break;
    }
    const std::size_t corners = shape.line(handle.line).size();
    const std::size_t corner = handle.isMiddle() ? handle.index + 1 : handle.index;
    const bool isOpen = shape.kind == AreaKind::Corridor;
    QList<EdgeLabel> labels;
    if (corners > 1 && (!isOpen || corner > 0)) {
        addLabel(labels, shape, handle.line, (corner + corners - 1) % corners);
    }
    if (corners > 2 && (!isOpen || corner + 1 < corners)) {
        addLabel(labels, shape, handle.line, corner);
    }
    return labels;
}

QString lengthText(double metres)
{
    constexpr double FeetPerMetre = 1 / 0.3048;
    const QLocale numbers(QLocale::English, QLocale::UnitedStates);
    return words("%1 m · %2 ft").arg(numbers.toString(metres, 'f', 0), numbers.toString(metres * FeetPerMetre, 'f', 0));
}

} // namespace Porchlight
