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
    enum class Role { Vertex, Middle, Centre, Radius };

    QGeoCoordinate position;
    Role role = Role::Vertex;
    int row = 0;
    QString objectName; ///< areaHandle0, areaMiddle0, areaCentre, areaRadius.
    QString words;      ///< What a screen reader says.
    bool isSelected = false;

    [[nodiscard]] bool isMiddle() const { return role == Role::Middle; }
    bool operator==(const AreaHandle &) const = default;
};

/// The handles of a figure: its corners and, once it is finished, the middles of its edges; a circle has its centre and
/// a spot on its rim.
[[nodiscard]] std::vector<AreaHandle> handlesOf(const AreaShape &shape, bool isFinished, int selected);

} // namespace Porchlight
