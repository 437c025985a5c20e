// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areahandle.h"

#include "areashape.h"
#include "geo/measures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr double RimAzimuth = 90;

QString words(const char *text)
{
    return QCoreApplication::translate("AreaHandle", text);
}

QGeoCoordinate toCoordinate(GeoPoint point)
{
    return {point.latitude, point.longitude};
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
                           .row = 1,
                           .objectName = u"areaRadius"_s,
                           .words = words("Rim of the circle, radius %1 metres").arg(qRound(shape.radiusMetres))});
    }
    return handles;
}

std::vector<AreaHandle> cornerHandles(const AreaShape &shape, bool isFinished)
{
    std::vector<AreaHandle> handles;
    const auto corners = static_cast<int>(shape.points.size());
    for (int i = 0; i < corners; ++i) {
        handles.push_back({.position = toCoordinate(shape.points[static_cast<std::size_t>(i)]),
                           .role = AreaHandle::Role::Vertex,
                           .row = i,
                           .objectName = u"areaHandle%1"_s.arg(i),
                           .words = words("Corner %1 of %2").arg(i + 1).arg(corners)});
    }
    if (!isFinished || shape.kind != AreaKind::Polygon || corners < 3) {
        return handles;
    }
    for (int i = 0; i < corners; ++i) {
        handles.push_back({.position = toCoordinate(shape.middle(static_cast<std::size_t>(i))),
                           .role = AreaHandle::Role::Middle,
                           .row = corners + i,
                           .objectName = u"areaMiddle%1"_s.arg(i),
                           .words = words("New corner behind corner %1").arg(i + 1)});
    }
    return handles;
}

} // namespace

std::vector<AreaHandle> handlesOf(const AreaShape &shape, bool isFinished, int selected)
{
    if (shape.isEmpty()) {
        return {};
    }
    std::vector<AreaHandle> handles =
        shape.kind == AreaKind::Circle ? circleHandles(shape) : cornerHandles(shape, isFinished);
    if (selected >= 0 && selected < static_cast<int>(handles.size())) {
        handles[static_cast<std::size_t>(selected)].isSelected = true;
    }
    return handles;
}

} // namespace Porchlight
