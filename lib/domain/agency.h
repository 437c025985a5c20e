// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/geopoint.h"
#include "core/id.h"
#include "domain/words.h"

#include <QByteArray>
#include <QDate>
#include <QObject>
#include <QUrl>

#include <optional>

namespace Porchlight {

/// A partner agency: who takes part, where, since when, and how much it has asked.
struct Agency
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(Porchlight::AgencyKind kind MEMBER kind CONSTANT FINAL)
    Q_PROPERTY(QString ori MEMBER ori CONSTANT FINAL)
    Q_PROPERTY(QString place MEMBER place CONSTANT FINAL)
    Q_PROPERTY(QString county MEMBER county CONSTANT FINAL)
    Q_PROPERTY(QString state MEMBER state CONSTANT FINAL)
    Q_PROPERTY(bool isPlaced READ isPlaced CONSTANT FINAL)
    Q_PROPERTY(double latitude READ latitude CONSTANT FINAL)
    Q_PROPERTY(double longitude READ longitude CONSTANT FINAL)
    Q_PROPERTY(QDate since MEMBER since CONSTANT FINAL)
    Q_PROPERTY(QDate until MEMBER until CONSTANT FINAL)
    Q_PROPERTY(int requestCount MEMBER requestCount CONSTANT FINAL)
    Q_PROPERTY(QString approval MEMBER approval CONSTANT FINAL)
    Q_PROPERTY(QUrl profile MEMBER profile CONSTANT FINAL)

public:
    AgencyId id;
    QString name;
    AgencyKind kind = AgencyKind::Unknown;
    QString ori;    ///< FBI originating agency identifier, 9 characters, or empty.
    QString place;  ///< City or town.
    QString county; ///< One or several, as the list has them.
    QString state;  ///< USPS two-letter code, or empty.
    std::optional<GeoPoint> position;
    QDate since; ///< Day the partnership began; invalid where the list does not say.
    QDate until; ///< Day it ended; invalid while it goes on.
    int requestCount = 0;
    QString approval; ///< Legal basis or council approval, as on file; empty where there is none.
    QUrl profile;
    QByteArray jurisdiction; ///< RFC 7946 Polygon or MultiPolygon geometry of its ground; empty where it is not known.

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] bool isPlaced() const { return position.has_value(); }
    [[nodiscard]] double latitude() const { return position ? position->latitude : 0; }
    [[nodiscard]] double longitude() const { return position ? position->longitude : 0; }
    bool operator==(const Agency &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::Agency)
