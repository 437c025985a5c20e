// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/still.h"
#include "evidence/evidenceerror.h"
#include "evidence/packagerecord.h"

#include <map>
#include <set>

namespace Porchlight {

/// What the officer ticked.
struct PackageChoice
{
    std::set<ClipId> clips;
    std::set<MarkerId> notes;
    std::set<StillId> stills;
    QString recipient; ///< Who gets the package; may be empty.

    bool operator==(const PackageChoice &) const = default;
};

/// Everything of a case that bears on what goes in.
struct PackageContext
{
    ExportId id;
    UtcTime now;
    QString softwareVersion;
    CaseFile caseFile;
    Officer officer;
    std::vector<AreaRequest> requests;
    std::vector<SharedClip> clips;
    std::vector<Marker> markers;
    std::vector<Still> stills;
    std::map<StillId, Digest> stillRecords; ///< What was written when a still was taken, in the vault.
    std::vector<CustodyEvent> clockEntries; ///< By which clocks of cameras were set.
    PackageChoice choice;
};

/// What will be written, before a byte is: the record without the checksums that only writing can tell, and what the
/// officer should know before it leaves the house.
struct PackagePlan
{
    PackageRecord record;
    QStringList cautions;
    qint64 originalBytes = 0;

    bool operator==(const PackagePlan &) const = default;
};

/// Why a clip may not go into a package made on this day, whatever the officer wants; empty where it may.
[[nodiscard]] std::optional<LeftOutReason> packageRefusal(const SharedClip &clip, QDate day);

/// Everything that may go in is ticked.
[[nodiscard]] PackageChoice wholeCase(const PackageContext &context);

/// Decides what goes in and what stays out and why. Pure; the same context gives the same plan.
[[nodiscard]] Result<PackagePlan, EvidenceFailure> planPackage(const PackageContext &context);

/// "Clip A" to "Clip Z", "Clip AA", in the order the clips came in.
[[nodiscard]] QString clipLabel(std::size_t index);

} // namespace Porchlight
