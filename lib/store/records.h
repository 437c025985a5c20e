// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/chain.h"
#include "core/digest.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/agency.h"
#include "domain/officer.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Porchlight {

/// Where a list of agencies came from and what became of it.
struct DirectoryImport
{
    QString sourceName; ///< The file's name, without its folder.
    Digest digest;
    QString format; ///< "csv", "geojson", "kml".
    int acceptedRows = 0;
    int refusedRows = 0;
    UtcTime importedAt;

    bool operator==(const DirectoryImport &) const = default;
};

/// All that one import changes; kept as a whole or not at all. `left` stay on record with their last day.
struct AgencyChanges
{
    std::vector<Agency> added;
    std::vector<Agency> changed;
    std::vector<AgencyId> left;
    QDate leftOn;
    DirectoryImport import;
};

/// What became of an offer. An offer without a record has not been looked at.
enum class OfferFate { Taken, Declined, Disputed };

struct OfferRecord
{
    OfferId id;
    RequestId requestId;
    OfferFate fate = OfferFate::Taken;
    std::optional<ClipId> clipId{}; ///< Of a taken one.
    QString reason{};               ///< Of a declined or disputed one.
    Digest digest;                  ///< As offered.
    UtcTime at;

    bool operator==(const OfferRecord &) const = default;
};

/// Which entries of the custody log are wanted; empty fields do not narrow.
struct CustodyFilter
{
    enum class Order { OldestFirst, NewestFirst };

    std::optional<CaseId> caseId{};
    std::optional<CustodyAction> action{};
    std::optional<CustodyOutcome> outcome{};
    QString subjectId{};
    QString text{}; ///< Part of officer, subject, reason or details, upper or lower case.
    std::optional<UtcTime> from{};
    std::optional<UtcTime> until{}; ///< Not included.
    std::optional<qint64> before{}; ///< Entries with a lower sequence only: the next page, newest first.
    std::optional<qint64> after{};  ///< Entries with a higher sequence only: the next page, oldest first.
    int limit = 0;                  ///< 0 for all.
    Order order = Order::OldestFirst;
};

/// What opening did.
struct OpenedStore
{
    int schemaNumber = 0;           ///< The newest migration in it.
    std::vector<int> migrationsRun; ///< In this opening.
    QString backupFile;             ///< Made before them; empty where none was needed.
    ChainReport log;                ///< The custody log, checked entry by entry.
};

/// Something was committed. `id` is the record's own, `caseId` its case's, where it has one. Elsewhere is what another
/// program committed to the same store: anything may be different now.
struct StoreChange
{
    enum class Kind { Case, Directory, Request, Offer, Clip, Marker, Still, Export, Custody, Setting, Elsewhere };
    enum class What { Added, Changed, Removed };

    Kind kind = Kind::Custody;
    What what = What::Added;
    QString id{};
    std::optional<CaseId> caseId{};

    /// Whether records of that kind may be different now.
    [[nodiscard]] bool concerns(Kind wanted) const { return kind == wanted || kind == Kind::Elsewhere; }

    bool operator==(const StoreChange &) const = default;
};

} // namespace Porchlight
