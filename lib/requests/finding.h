// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/shapes.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace Porchlight {

/// The rules a request must keep. The words for them are in workflow/findingwords.h.
enum class RequestRule {
    AreaMissing,
    AreaUnsound,
    AreaTooSmall,
    AreaTooLarge,
    OutsideJurisdiction,
    JurisdictionUnknown,
    OffenceMissing,
    HoursMissing,
    HoursBackwards,
    HoursTooShort,
    HoursTooLong,
    HoursInFuture,
    HoursTooLongAgo,
    EndMissing,
    EndPassed,
    EndTooLate,
    CaseNumberMissing,
    TooManyRequests,
    ContactMissing,
    TextMissing,
    TextTooLong,
    LawfulActivity,
    RaceAlone,
    Pressure,
    Threat,
    Harassment,
    PersonalData,
    VictimNamed,
    Announcement,
    TooBroad,
    Presumption,
};

enum class RequestField { Area, Offence, Hours, CaseNumber, Ends, Text, Officer };

/// A refusal stands in the way of publishing; a warning does not.
enum class Severity { Refusal, Warning };

/// What of an area does not lie on the ground where it should.
struct OutsidePart
{
    MultiPolygon shape;
    double share = 0; ///< Of the area, above 0 and up to 1.
    GeoPoint place;   ///< In the middle of its largest piece.

    bool operator==(const OutsidePart &) const = default;
};

/// Nothing where all of the area lies on the ground. Both without faults.
[[nodiscard]] std::optional<OutsidePart> outsidePart(const MultiPolygon &area, const MultiPolygon &ground);

/// One rule that a draft does not keep, and where. `start` and `length` are a span of the text, in UTF-16 units,
/// where the rule speaks of words; else start is -1.
struct Finding
{
    RequestRule rule = RequestRule::AreaMissing;
    RequestField field = RequestField::Area;
    Severity severity = Severity::Refusal;
    qsizetype start = -1;
    qsizetype length = 0;
    QString found;                        ///< The words, the measure or the place the finding is about.
    QString suggestion;                   ///< Words to write instead; may be empty.
    std::optional<OutsidePart> outside{}; ///< Of OutsideJurisdiction.

    bool operator==(const Finding &) const = default;
};

} // namespace Porchlight
