// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/geopoint.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/officer.h"
#include "domain/words.h"

#include <QByteArray>
#include <QObject>

#include <vector>

namespace Porchlight {

/// The area of a request as it was drawn: an RFC 7946 geometry (for a circle or a corridor its outline, with what it
/// was drawn with kept beside it) and what was measured on the ellipsoid when it was drawn.
struct RequestArea
{
    AreaKind kind = AreaKind::Polygon;
    QByteArray geoJson; ///< One Polygon or MultiPolygon geometry, UTF-8.
    double squareMetres = 0;
    GeoPoint centre;
    double radiusMetres = 0;       ///< Of a circle; of a corridor its half-width.
    std::vector<GeoPoint> route{}; ///< Of a corridor.

    bool operator==(const RequestArea &) const = default;
};

/// What is asked, of which area and hours, for which case, by whom, and where it stands. After publication it is
/// neither edited nor deleted: only its state goes on to Resolved or Expired.
struct AreaRequest
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QString caseId READ caseIdText CONSTANT FINAL)
    Q_PROPERTY(QString caseNumber MEMBER caseNumber CONSTANT FINAL)
    Q_PROPERTY(QString offence MEMBER offence CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(QDateTime from READ fromDateTime CONSTANT FINAL)
    Q_PROPERTY(QDateTime to READ toDateTime CONSTANT FINAL)
    Q_PROPERTY(QDateTime endsAt READ endsDateTime CONSTANT FINAL)
    Q_PROPERTY(QDateTime publishedAt READ publishedDateTime CONSTANT FINAL)
    Q_PROPERTY(double squareMetres READ squareMetres CONSTANT FINAL)
    Q_PROPERTY(Porchlight::RequestState state MEMBER state CONSTANT FINAL)
    Q_PROPERTY(Porchlight::Officer officer MEMBER officer CONSTANT FINAL)
    Q_PROPERTY(QString timeZone MEMBER timeZone CONSTANT FINAL)
    Q_PROPERTY(QString publicUrl MEMBER publicUrl CONSTANT FINAL)

public:
    RequestId id;
    CaseId caseId;
    QString caseNumber;
    QString offence; ///< A code of requests/offences.h.
    QString title;   ///< One line that residents see first.
    QString text;    ///< What is asked for, in the officer's words.
    RequestArea area;
    TimeSpan window;  ///< The hours asked for.
    UtcTime endsAt;   ///< When the request expires.
    QString timeZone; ///< IANA name of the zone in which residents read the hours; empty for UTC.
    RequestState state = RequestState::Draft;
    Officer officer;
    UtcTime publishedAt; ///< Null until published.
    QString publicUrl;   ///< The page residents open; empty until published.

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] QString caseIdText() const { return caseId.toString(); }
    [[nodiscard]] double squareMetres() const { return area.squareMetres; }
    [[nodiscard]] QDateTime fromDateTime() const { return window.begin.toDateTime(); }
    [[nodiscard]] QDateTime toDateTime() const { return window.end.toDateTime(); }
    [[nodiscard]] QDateTime endsDateTime() const { return endsAt.toDateTime(); }
    [[nodiscard]] QDateTime publishedDateTime() const { return publishedAt.toDateTime(); }
    bool operator==(const AreaRequest &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::AreaRequest)
