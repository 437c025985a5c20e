// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGeoCoordinate>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

struct AreaShape;

/// A point on the map that can be taken hold of to change the area that is being drawn.
struct AreaHandle
{
    Q_GADGET
    QML_VALUE_TYPE(areaHandle)
    Q_PROPERTY(QGeoCoordinate position MEMBER position CONSTANT FINAL)
    Q_PROPERTY(bool isMiddle READ isMiddle CONSTANT FINAL)
    Q_PROPERTY(int row MEMBER row CONSTANT FINAL)
    Q_PROPERTY(QString objectName MEMBER objectName CONSTANT FINAL)
    Q_PROPERTY(QString words MEMBER words CONSTANT FINAL)
    Q_PROPERTY(bool isSelected MEMBER isSelected CONSTANT FINAL)

public:
    enum class Role { Vertex, Middle, Centre, Radius, Width };

    QGeoCoordinate position{};
    Role role = Role::Vertex;
    int row = 0;
    int line = 0;          ///< 0 for the outline or route, 1 for the first hole.
    std::size_t index = 0; ///< Of the corner, or of the edge that a middle lies on.
    QString objectName{};  ///< areaHandle0, areaMiddle0, areaCentre, areaRadius, areaWidth, areaHole1Handle0.
    QString words{};       ///< What a screen reader says.
    bool isSelected = false;

    [[nodiscard]] bool isMiddle() const { return role == Role::Middle; }
    [[nodiscard]] bool isCorner() const { return role == Role::Vertex; }
    bool operator==(const AreaHandle &) const = default;
};

/// The length of an edge, written beside it while it changes.
struct EdgeLabel
{
    Q_GADGET
    QML_VALUE_TYPE(edgeLabel)
    Q_PROPERTY(QGeoCoordinate position MEMBER position CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)

public:
    QGeoCoordinate position;
    QString text;

    bool operator==(const EdgeLabel &) const = default;
};

/// The handles of a figure: its corners and, once it is finished, the middles of its edges; a circle has its centre and
/// a spot on its rim, a corridor the points of its route and a spot on its edge.
[[nodiscard]] std::vector<AreaHandle> handlesOf(const AreaShape &shape, bool isFinished, int selected);

/// The lengths of the edges at a handle; of a circle its radius, of a corridor's edge its half-width.
[[nodiscard]] QList<EdgeLabel> edgeLabelsAt(const AreaShape &shape, const AreaHandle &handle);
/// "142 m · 466 ft"
[[nodiscard]] QString lengthText(double metres);

} // namespace Porchlight
