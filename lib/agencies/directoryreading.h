// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "domain/agency.h"

#include <QByteArrayView>
#include <QDate>
#include <QStringList>

#include <vector>

// lib/agencies: who takes part, where, since when. Reads lists of agencies as they really are (CSV, GeoJSON, KML, the
// FBI's list by state), compares a list with what is on record, and searches. Pure: it reads bytes, not files, and
// changes nothing. It never guesses where an agency stands.
namespace Porchlight {

/// Why nothing of a file can be used.
enum class DirectoryError {
    CannotRead, ///< No such file, or no right to it.
    Empty,
    TooLarge,
    Damaged,    ///< Packed or quoted in a way that cannot be undone.
    NotOneList, ///< An archive that holds several lists, or none.
    NotText,
    UnclosedQuote,
    NotJson,
    NotAList, ///< Well-formed JSON or XML, but no list of agencies: a .geojson that is no GeoJSON, for one.
    NotXml,
    NoNameColumn,
    NoAgencies, ///< Not one row can be used.
};

enum class DirectoryFormat { Csv, GeoJson, Kml, JsonByState, JsonList };

/// Why one row is not taken.
enum class RowFault {
    NoName,
    UnknownState,
    NotOnEarth, ///< Coordinates that are no place, or no numbers.
    TooManyFields,
    RepeatedAgency, ///< Another row has the same ORI, or the same name in the same place, and says something else.
    BadGeometry,
    TooLong,
    NotARecord,
};

/// What was put right, or left out, in a row that is taken.
enum class RowRepair {
    InvisibleCharacters,
    StateInFull,
    StateFromAddress,
    HalfCoordinates,
    ZeroCoordinates,
    SwappedCoordinates,
    WrappedLongitude,
    UnreadableDate,
    DateInFuture,
    UnreadableNumber,
    UnusableOri,
    SameRowAgain,
};

struct RefusedRow
{
    qint64 line = 0; ///< Line of the file; the number of the feature or record where the format has no lines.
    QString name;    ///< As far as it could be read.
    RowFault fault = RowFault::NoName;
    QString detail;

    bool operator==(const RefusedRow &) const = default;
};

struct RepairedRow
{
    qint64 line = 0;
    QString name;
    RowRepair repair = RowRepair::InvisibleCharacters;
    QString detail;

    bool operator==(const RepairedRow &) const = default;
};

/// What one file holds. `agencies` have no identity yet and no two of them are the same agency.
struct DirectoryReading
{
    DirectoryFormat format = DirectoryFormat::Csv;
    QString encoding;
    QString delimiter;         ///< CSV only.
    QStringList unusedColumns; ///< Headings that mean nothing to us.
    std::vector<Agency> agencies;
    std::vector<RefusedRow> refused;
    std::vector<RepairedRow> repaired;
    int withoutPlace = 0; ///< Agencies the map cannot show.

    [[nodiscard]] int rowCount() const { return static_cast<int>(agencies.size() + refused.size()); }
};

/// Reads a whole list, whatever its form and whatever its name says. `today` tells dates in the future.
[[nodiscard]] Result<DirectoryReading, Failure<DirectoryError>> readDirectory(QByteArrayView bytes, QDate today);

} // namespace Porchlight
