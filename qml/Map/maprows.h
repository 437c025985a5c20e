// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"
#include "domain/agency.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// A partner agency as the list shows it.
struct AgencyRow
{
    Q_GADGET
    QML_VALUE_TYPE(agencyRow)
    Q_PROPERTY(QString id READ id CONSTANT FINAL)
    Q_PROPERTY(QString name READ name CONSTANT FINAL)
    Q_PROPERTY(QString factsText MEMBER factsText CONSTANT FINAL)
    Q_PROPERTY(QString approvalText MEMBER approvalText CONSTANT FINAL)
    Q_PROPERTY(bool lacksApproval MEMBER lacksApproval CONSTANT FINAL)
    Q_PROPERTY(bool isPlaced READ isPlaced CONSTANT FINAL)
    Q_PROPERTY(bool isSelected MEMBER isSelected CONSTANT FINAL)

public:
    Agency agency;
    QString factsText;    ///< Since when, and how much it has asked.
    QString approvalText; ///< What is on file about its approval.
    bool lacksApproval = false;
    bool isSelected = false;

    [[nodiscard]] QString id() const { return agency.idText(); }
    [[nodiscard]] QString name() const { return agency.name; }
    [[nodiscard]] bool isPlaced() const { return agency.isPlaced(); }
    bool operator==(const AgencyRow &) const = default;

    [[nodiscard]] static AgencyRow of(const Agency &agency, bool isSelected);
};

/// A mark on the map: one agency, or several that would touch each other.
struct MapMark
{
    Q_GADGET
    QML_VALUE_TYPE(mapMark)
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QGeoCoordinate position MEMBER position CONSTANT FINAL)
    Q_PROPERTY(int count MEMBER count CONSTANT FINAL)
    Q_PROPERTY(QString words MEMBER words CONSTANT FINAL)
    Q_PROPERTY(bool isSelected MEMBER isSelected CONSTANT FINAL)

public:
    AgencyId id; ///< The agency, or the first one of a cluster.
    QGeoCoordinate position;
    int count = 1;
    QString words; ///< Its name, or how many there are: for screen readers and the tooltip.
    bool isSelected = false;

    [[nodiscard]] QString idText() const { return id.toString(); }
    bool operator==(const MapMark &) const = default;
};

/// A spot that the search found: an address or typed coordinates.
struct FoundPlace
{
    Q_GADGET
    QML_VALUE_TYPE(foundPlace)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(QGeoCoordinate position MEMBER position CONSTANT FINAL)

public:
    QString name;
    QString note; ///< How exact it is.
    QGeoCoordinate position;

    bool operator==(const FoundPlace &) const = default;
};

} // namespace Porchlight
